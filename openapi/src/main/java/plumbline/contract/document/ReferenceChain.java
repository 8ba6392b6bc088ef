package plumbline.contract.document;

import java.util.LinkedHashSet;
import java.util.Set;

/** Follows references of references. */
final class ReferenceChain {
    private final Node start;

    ReferenceChain(Node start) {
        this.start = start;
    }

    Node end() {
        Set<String> seen = new LinkedHashSet<>();
        Node here = start;
        while (here.isReference()) {
            if (!seen.add(here.identity())) {
                throw new ContractException(Problem.error(
                        start.place(),
                        "the reference leads in a circle: " + String.join(" -> ", seen),
                        "let one of them hold the value itself"));
            }
            here = here.target(here.value().get("$ref").stringValue());
        }
        return here;
    }
}
