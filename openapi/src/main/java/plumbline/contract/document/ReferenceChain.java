package plumbline.contract.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows references of references. */
final class ReferenceChain {
    private final Node start;

    ReferenceChain(Node start) {
        this.start = start;
    }

    Node end() {
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        Node here = start;
        while (here.isReference()) {
            if (!seen.add(here.identity())) {
                throw new ContractException(Problem.error(
                        start.place(),
                        "the reference leads in a circle: " + String.join(" -> ", names),
                        "let one of them hold the value itself"));
            }
            names.add(here.document().name() + "#" + here.pointer());
            here = here.target(here.value().get("$ref").stringValue());
        }
        return here;
    }
}
