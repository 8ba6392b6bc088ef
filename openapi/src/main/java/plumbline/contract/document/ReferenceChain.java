package plumbline.contract.document;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows references of references. */
final class ReferenceChain {
    private final Node start;
    private final Map<Node, Node> known;

    /**
     * A chain of references.
     *
     * @param known where references lead in the end that are amid chains; more are added
     */
    ReferenceChain(Node start, Map<Node, Node> known) {
        this.start = start;
        this.known = known;
    }

    Node end() {
        Node next = start.isReference() ? target(start) : start;
        return next.isReference() ? endOfMany() : next;
    }

    private Node endOfMany() {
        Set<Node> passed = new LinkedHashSet<>();
        Node here = start;
        while (here.isReference()) {
            Node end = known.get(here);
            if (end != null) {
                here = end;
                break;
            }
            if (!passed.add(here)) {
                throw new ContractException(Problem.error(
                                start.place(),
                                "the reference leads in a circle: " + names(passed),
                                "let one of them hold the value itself")
                        .about(Topic.REFERENCE));
            }
            here = target(here);
        }
        if (passed.size() > 1) {
            for (Node reference : passed) {
                known.put(reference, here);
            }
        }
        return here;
    }

    private static Node target(Node reference) {
        return reference.target(reference.value().get("$ref").stringValue());
    }

    /** By their places, as the tree may be a translation of what the user wrote. */
    private static String names(Collection<Node> nodes) {
        return nodes.stream()
                .map(Node::place)
                .map(place -> place.file() + "#" + place.pointer())
                .collect(Collectors.joining(" -> "));
    }
}
