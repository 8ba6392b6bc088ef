package plumbline.guard.rules.schemas;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.OpenApiVersion;
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
    private static final Pattern COMPONENT = Pattern.compile("/components/schemas/[^/]+");

    /** Rules whose breach is told at the keyword itself. */
    private static final Set<GuardRule> CONTRADICTIONS =
            Set.of(GuardRule.SCHEMA_BOUNDS, GuardRule.SCHEMA_ENUM, GuardRule.PATTERN);

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        if (document.contract().isEmpty()) {
            return;
        }
        Search search = new Search(
                Sampler.ofWholeContract(new Schemas(document.version())).withoutReferences(),
                new PlainSchemas(),
                findings,
                new HashSet<>(),
                new HashSet<>());
        for (Node schema : document.schemas()) {
            if (isRoot(schema)) {
                search.visit(schema, document.version());
            }
        }
    }

    /** Those inside others are sampled with these, unless they are referred to. */
    private static boolean isRoot(Node schema) {
        return schema.isReferenceAlone()
                || schema.isResource()
                || "schema".equals(schema.name())
                || "itemSchema".equals(schema.name())
                || COMPONENT.matcher(schema.pointer()).matches();
    }

    private record Search(
            Sampler sampler, PlainSchemas plain, FindingCollector findings, Set<String> visited, Set<String> blamed) {
        /** Many refer to one; what stands beside a reference is of their own. */
        void visit(Node schema, OpenApiVersion version) {
            try {
                Node meant = schema.isReferenceAlone() ? schema.resolved() : schema;
                if (visited.add(meant.identity()) && !plain.isFulfilled(meant)) {
                    sample(new Schema(meant, version));
                }
            } catch (ContractException e) {
                e.problems().forEach(problem -> findings.add(GuardRule.finding(problem)));
            }
        }

        private void sample(Schema schema) {
            try {
                sampler.sample(schema, Direction.RESPONSE, 0);
            } catch (UnsatisfiableException response) {
                if (response.isUndecided()) {
                    findings.add(
                            GuardRule.UNJUDGED,
                            schema.node(),
                            "whether a value fits "
                                    + response.violations().get(0).message(),
                            "say less in more schemas, or add an example");
                } else {
                    sampleRequest(schema);
                }
            }
        }

        private void sampleRequest(Schema schema) {
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
        }
    }
}
