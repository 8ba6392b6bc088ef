package plumbline.contract.swagger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;

/** Remembers, while a document is translated, where everything comes from and what went wrong. */
final class TranslationNotes {
    private final Node document;
    private final Map<String, Node> origins = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    TranslationNotes(Node document) {
        this.document = document;
    }

    /** Notes that the value at a pointer of the translation comes from here. */
    void origin(String pointer, Node source) {
        origins.put(pointer, source);
    }

    void error(Node node, String message, String hint) {
        problems.add(Problem.error(node.place(), message, hint));
    }

    void warning(Node node, String message, String hint) {
        problems.add(Problem.warning(node.place(), message, hint));
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** {@return the end of a reference, or nothing after noting why it leads nowhere} */
    Optional<Node> resolved(Node node) {
        try {
            return Optional.of(node.resolved());
        } catch (ContractException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** {@return where the value at a pointer of the translation, or the nearest around it, comes from} */
    Place place(String pointer) {
        String here = pointer;
        @Nullable Node origin = origins.get(here);
        while (origin == null && !here.isEmpty()) {
            here = here.substring(0, here.lastIndexOf('/'));
            origin = origins.get(here);
        }
        Node start = origin == null ? document : origin;
        String rest = pointer.substring(here.length());
        while (start.at(rest).isEmpty()) {
            rest = rest.substring(0, rest.lastIndexOf('/'));
        }
        return start.placeOf(rest);
    }
}
