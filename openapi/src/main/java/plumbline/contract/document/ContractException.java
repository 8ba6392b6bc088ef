package plumbline.contract.document;

import java.io.Serial;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A contract cannot be used; carries every problem found, not just the first. */
public final class ContractException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    public ContractException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public ContractException(Problem problem) {
        this(List.of(problem));
    }

    /**
     * {@return this exception, where the texts of problems go on with the means to their remedies}
     *
     * @param means such as " with --allow-remote-refs"
     */
    public ContractException advised(Function<CallerRemedy, String> means) {
        ContractException told = new ContractException(
                problems.stream().map(problem -> problem.advised(means)).toList());
        told.initCause(this);
        return told;
    }

    /** {@return all problems, at least one of them an error} */
    public List<Problem> problems() {
        return problems;
    }
}
