package plumbline.contract.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows references of references. */
final class ReferenceChain {
    private final Node start;
    private final Map<String, Node> known;

    /**
     * A chain of references.
     *
     * @param known where references lead in the end that are amid chains, by their identities; more are added
     */
    ReferenceChain(Node start, Map<String, Node> known) {
        this.start = start;
        this.known = known;
    }

    Node end() {
        Set<String> seen = new HashSet<>();
        List<Node> passed = new ArrayList<>();
        Node here = start;
        while (here.isReference()) {
            String identity = here.identity();
            Node end = known.get(identity);
            if (end != null) {
                here = end;
                break;
            }
            if (!seen.add(identity)) {
                throw new ContractException(Problem.error(
                                start.place(),
                                "the reference leads in a circle: " + names(passed),
                                "let one of them hold the value itself")
                        .about(Topic.REFERENCE));
            }
            passed.add(here);
            here = here.target(here.value().get("$ref").stringValue());
        }
        if (seen.size() > 1) {
            for (String identity : seen) {
                known.put(identity, here);
            }
        }
        return here;
    }

    /** By their places, as the tree may be a translation of what the user wrote. */
    private static String names(List<Node> nodes) {
        return nodes.stream()
                .map(Node::place)
                .map(place -> place.file() + "#" + place.pointer())
                .collect(Collectors.joining(" -> "));
    }
}
