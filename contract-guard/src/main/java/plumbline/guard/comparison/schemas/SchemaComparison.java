package plumbline.guard.comparison.schemas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.contract.document.ContractException;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.guard.comparison.changes.ContractDifference;
import plumbline.guard.comparison.changes.Impact;
import plumbline.guard.comparison.flattening.Conjunction;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.guard.comparison.witnesses.WitnessSearch;

/** Compares schemas, each pair of places once, however many ways lead to it. */
public final class SchemaComparison {
    private final Map<Conjunction, FlatSchema> shapes = new HashMap<>();
    private final Map<SchemaPair, SchemaDifferences> known = new HashMap<>();
    private final Proving proving;

    public SchemaComparison(WitnessSearch search) {
        this.proving = new Proving(this, search);
    }

    /** Tells of all changes in a pair of schemas and below. */
    public void tell(SchemaPair pair, Consumer<ContractDifference> listener) {
        List<SchemaDifferences> reached = reachable(pair);
        // What a value shows of the parts need not be shown of the whole.
        for (int i = reached.size() - 1; i >= 0; i--) {
            proving.prove(reached.get(i));
        }
        for (SchemaDifferences differences : reached) {
            differences.own().forEach(listener);
        }
    }

    /** {@return whether anything is different in a pair of schemas or below, as far as is known while comparing it} */
    boolean differs(SchemaPair pair) {
        return reachable(pair).stream()
                .anyMatch(differences -> !differences.own().isEmpty());
    }

    /** {@return what is different in a pair of schemas and below, as far as is known while comparing it} */
    List<ContractDifference> found(SchemaPair pair) {
        return found(differences(pair));
    }

    /** {@return whether nothing that is different in a pair of schemas or below may break a client} */
    boolean isHarmless(SchemaPair pair) {
        return reachable(pair).stream()
                .flatMap(differences -> differences.own().stream())
                .allMatch(difference -> difference.kind().impact() == Impact.COMPATIBLE);
    }

    public FlatSchema shape(Conjunction conjunction) {
        FlatSchema known = shapes.get(conjunction);
        if (known == null) {
            known = FlatSchema.of(conjunction);
            shapes.put(conjunction, known);
        }
        return known;
    }

    List<ContractDifference> found(SchemaDifferences start) {
        return reachable(start).stream()
                .flatMap(differences -> differences.own().stream())
                .toList();
    }

    private List<SchemaDifferences> reachable(SchemaPair pair) {
        return reachable(differences(pair));
    }

    private List<SchemaDifferences> reachable(SchemaDifferences start) {
        // Looking up pairs takes much longer than going from one to the next, which happens for each operation.
        Set<SchemaDifferences> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(start);
        List<SchemaDifferences> reached = new ArrayList<>(List.of(start));
        for (int i = 0; i < reached.size(); i++) {
            for (SchemaDifferences below : reached.get(i).below(this::differences)) {
                if (seen.add(below)) {
                    reached.add(below);
                }
            }
        }
        return reached;
    }

    private SchemaDifferences differences(SchemaPair pair) {
        SchemaDifferences differences = known.get(pair);
        if (differences == null) {
            differences = new SchemaDifferences(pair, shape(pair.before()), shape(pair.now()));
            // Known before it is complete, so that schemas which contain themselves come to an end.
            known.put(pair, differences);
            compare(differences);
        }
        return differences;
    }

    private void compare(SchemaDifferences differences) {
        try {
            if (isOctets(differences.before()) && isOctets(differences.now())) {
                return;
            }
            ChoiceComparison choices = new ChoiceComparison(differences, this);
            if (choices.isWrapping()) {
                if (!proving.areAllListedValuesFine(differences)) {
                    choices.compare();
                }
                ValueComparison.compareNullness(differences);
                return;
            }
            new ValueComparison(differences).compare();
            new BoundComparison(differences).compare();
            new ObjectComparison(differences, this).compare();
            new ArrayComparison(differences).compare();
            choices.compare();
            new DiscriminatorComparison(differences).compare();
            new ConditionComparison(differences, this).compare();
        } catch (ContractException e) {
            // A reference that leads nowhere was never used, or the reader would have refused it.
            return;
        }
    }

    /** Whether a value is octets, which 3.0 calls a string of format binary, and 3.1 does not describe. */
    private static boolean isOctets(FlatSchema shape) {
        if (shape.isImpossible()) {
            return false;
        }
        return shape.version() == OpenApiVersion.V3_0
                ? shape.texts("format").containsKey("binary")
                : shape.parts().stream()
                        .allMatch(part -> part.members().keySet().stream()
                                .allMatch(name -> name.startsWith("content") || name.startsWith("desc")));
    }
}
