package plumbline.guard.rules.schemas;

import java.util.HashSet;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for schemas that no value fits. */
final class SatisfiableInspector implements Inspector {
    /** Rules whose breach is told at the keyword itself. */
    private static final Set<GuardRule> CONTRADICTIONS =
            Set.of(GuardRule.SCHEMA_BOUNDS, GuardRule.SCHEMA_ENUM, GuardRule.PATTERN);

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        if (document.contract().isEmpty()) {
            return;
        }
        Sampler sampler = Sampler.ofWholeContract(new Schemas(document.version()));
        Set<String> blamed = new HashSet<>();
        for (Node schema : document.schemas()) {
            if (isRoot(schema)) {
                sample(sampler, new Schema(schema, document.version()), blamed, findings);
            }
        }
    }

    /** Those inside others are sampled with these. */
    private static boolean isRoot(Node schema) {
        boolean isComponent = schema.pointer().matches("/components/schemas/[^/]+");
        return isComponent || "schema".equals(schema.name()) || "itemSchema".equals(schema.name());
    }

    private static void sample(Sampler sampler, Schema schema, Set<String> blamed, FindingCollector findings) {
        try {
            sampler.sample(schema, Direction.RESPONSE, 0);
        } catch (UnsatisfiableException response) {
            if (response.isUndecided()) {
                findings.add(
                        GuardRule.UNJUDGED,
                        schema.node(),
                        "whether a value fits " + response.violations().get(0).message(),
                        "say less in more schemas, or add an example");
                return;
            }
            try {
                sampler.sample(schema, Direction.REQUEST, 0);
            } catch (UnsatisfiableException e) {
                String message = String.valueOf(e.getMessage()).replaceFirst("^.*?\\): ", "");
                if (!findings.has(CONTRADICTIONS, schema.node()) && blamed.add(message)) {
                    findings.add(
                            GuardRule.SCHEMA_SATISFIABLE,
                            schema.node(),
                            "no value was found that fits: " + message,
                            "mend what contradicts itself");
                }
            }
        } catch (ContractException e) {
            e.problems().forEach(problem -> findings.add(GuardRule.finding(problem)));
        }
    }
}
