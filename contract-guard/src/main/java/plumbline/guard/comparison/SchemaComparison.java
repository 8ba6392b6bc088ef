package plumbline.guard.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.contract.OpenApiVersion;
import plumbline.contract.document.ContractException;

/** Compares schemas, each pair of places once, however many ways lead to it. */
final class SchemaComparison {
    private final Map<Conjunction, Shape> shapes = new HashMap<>();
    private final Map<Pair, Findings> known = new HashMap<>();

    /** Tells of all changes in a pair of schemas and below. */
    void tell(Pair pair, Consumer<Draft> listener) {
        for (Findings findings : reachable(pair)) {
            findings.drafts().forEach(listener);
        }
    }

    /** {@return whether anything is different in a pair of schemas or below, as far as is known while comparing it} */
    boolean differs(Pair pair) {
        return reachable(pair).stream().anyMatch(findings -> !findings.drafts().isEmpty());
    }

    /** {@return whether nothing that is different in a pair of schemas or below may break a client} */
    boolean isHarmless(Pair pair) {
        return reachable(pair).stream()
                .flatMap(findings -> findings.drafts().stream())
                .allMatch(draft -> draft.rule().impact() == Impact.COMPATIBLE);
    }

    Shape shape(Conjunction conjunction) {
        Shape known = shapes.get(conjunction);
        if (known == null) {
            known = Shape.of(conjunction);
            shapes.put(conjunction, known);
        }
        return known;
    }

    private List<Findings> reachable(Pair pair) {
        Findings start = findings(pair);
        // Looking up pairs takes much longer than going from one to the next, which happens for each operation.
        Set<Findings> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(start);
        List<Findings> reached = new ArrayList<>(List.of(start));
        for (int i = 0; i < reached.size(); i++) {
            for (Findings below : reached.get(i).below(this::findings)) {
                if (seen.add(below)) {
                    reached.add(below);
                }
            }
        }
        return reached;
    }

    private Findings findings(Pair pair) {
        Findings findings = known.get(pair);
        if (findings == null) {
            findings = new Findings(pair, shape(pair.before()), shape(pair.now()));
            // Known before it is complete, so that schemas which contain themselves come to an end.
            known.put(pair, findings);
            compare(findings);
        }
        return findings;
    }

    private void compare(Findings findings) {
        try {
            if (isOctets(findings.before()) && isOctets(findings.now())) {
                return;
            }
            ChoiceComparison choices = new ChoiceComparison(findings, this);
            if (choices.isWrapping()) {
                choices.compare();
                ValueComparison.compareNullness(findings);
                return;
            }
            new ValueComparison(findings).compare();
            new BoundComparison(findings).compare();
            new ObjectComparison(findings, this).compare();
            new ArrayComparison(findings).compare();
            choices.compare();
            new DiscriminatorComparison(findings).compare();
            new ConditionComparison(findings, this).compare();
        } catch (ContractException e) {
            // A reference that leads nowhere was never used, or the reader would have refused it.
            return;
        }
    }

    /** Whether a value is octets, which 3.0 calls a string of format binary, and 3.1 does not describe. */
    private static boolean isOctets(Shape shape) {
        return shape.version() == OpenApiVersion.V3_0
                ? shape.texts("format").containsKey("binary")
                : shape.parts().stream()
                        .allMatch(part -> part.members().keySet().stream()
                                .allMatch(name -> name.startsWith("content") || name.startsWith("desc")));
    }
}
