package plumbline.contract.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows references of references. */
final class ReferenceChain {
    private final Node start;

    ReferenceChain(Node start) {
        this.start = start;
    }

    Node end() {
        Set<String> seen = new HashSet<>();
        List<Node> passed = new ArrayList<>();
        Node here = start;
        while (here.isReference()) {
            if (!seen.add(here.identity())) {
                throw new ContractException(Problem.error(
                                start.place(),
                                "the reference leads in a circle: " + names(passed),
                                "let one of them hold the value itself")
                        .about(Topic.REFERENCE));
            }
            passed.add(here);
            here = here.target(here.value().get("$ref").stringValue());
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
