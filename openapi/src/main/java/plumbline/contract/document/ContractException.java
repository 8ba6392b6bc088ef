package plumbline.contract.document;

import java.io.Serial;
import java.util.List;
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

    /** {@return all problems, at least one of them an error} */
    public List<Problem> problems() {
        return problems;
    }
}
