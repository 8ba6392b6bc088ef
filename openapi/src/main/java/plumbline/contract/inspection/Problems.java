package plumbline.contract.inspection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;

/** Collects what is wrong with a document while it is read, each thing once. */
public final class Problems {
    private final Set<Problem> found;
    private final Topic topic;

    public Problems() {
        this(new LinkedHashSet<>(), Topic.STRUCTURE);
    }

    private Problems(Set<Problem> found, Topic topic) {
        this.found = found;
        this.topic = topic;
    }

    /** {@return the same collection, to which what is added is about something} */
    public Problems about(Topic other) {
        return new Problems(found, other);
    }

    public void error(Node node, String message, String hint) {
        found.add(Problem.error(node.place(), message, hint).about(topic));
    }

    public void warning(Node node, String message, String hint) {
        found.add(Problem.warning(node.place(), message, hint).about(topic));
    }

    /** Notes a problem of something that has a name. */
    public void error(Problem problem) {
        found.add(problem.about(topic));
    }

    /** Notes that a value of another kind is expected. */
    void unlike(Kind kind, Node node, String message, String hint) {
        error(Problem.error(node.place(), message, hint).of(kind.name()));
    }

    /** Notes what another use of the document would have failed of. */
    public void warning(Problem problem) {
        found.add(problem.asWarning());
    }

    public void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    public void unknownDialect(Node name) {
        about(Topic.DIALECT)
                .warning(
                        name,
                        "the dialect " + name.value() + " is not known; its schemas are read as JSON Schema 2020-12",
                        "name one of draft-04, draft-06, draft-07, 2019-09, 2020-12 or the base dialect of OpenAPI");
    }

    /** {@return what the supplier makes, or nothing after noting why it could not} */
    public <T> Optional<T> attempt(Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (ContractException e) {
            found.addAll(e.problems());
            return Optional.empty();
        }
    }

    /** {@return the end of a reference, or nothing after noting why it leads nowhere} */
    public Optional<Node> resolve(Node node) {
        return attempt(node::resolved);
    }

    public List<Problem> warnings() {
        return found.stream()
                .filter(problem -> problem.severity() == Problem.Severity.WARNING)
                .toList();
    }

    public List<Problem> all() {
        return List.copyOf(found);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }
}
