package plumbline.guard.rules.schemas;

import java.util.HashSet;
import java.util.Set;
import plumbline.contract.Contract;
import plumbline.contract.document.Node;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.validation.SchemaWalk;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for properties that can neither be sent nor be got. */
final class AccessInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        Sides sides = new Sides();
        document.contract().ifPresent(sides::read);
        for (Node schema : document.schemas()) {
            if (schema.flag("readOnly") && schema.flag("writeOnly")) {
                findings.add(
                        GuardRule.SCHEMA_ACCESS,
                        schema,
                        "the value is both readOnly and writeOnly, so that it occurs in no message",
                        "remove one of them");
            } else if (schema.flag("readOnly") && sides.isSentOnly(schema)) {
                never(schema, "readOnly", "requests", findings);
            } else if (schema.flag("writeOnly") && sides.isGotOnly(schema)) {
                never(schema, "writeOnly", "responses", findings);
            }
        }
    }

    private static void never(Node schema, String flag, String messages, FindingCollector findings) {
        findings.add(
                GuardRule.SCHEMA_ACCESS,
                Severity.NOTE,
                schema,
                "the value is " + flag + ", but stands in " + messages + " only, so that it occurs in no message",
                "remove it, or '" + flag + "'");
    }

    /** The schemas of what clients send and of what they get. */
    private static final class Sides {
        private final Set<String> sent = new HashSet<>();
        private final Set<String> got = new HashSet<>();
        private final SchemaWalk sending =
                new SchemaWalk(schema -> sent.add(schema.node().identity()));
        private final SchemaWalk getting =
                new SchemaWalk(schema -> got.add(schema.node().identity()));

        void read(Contract contract) {
            contract.operations().forEach(operation -> read(operation, sending, getting));
            contract.hooks().forEach(hook -> read(hook.operation(), getting, sending));
        }

        private static void read(Operation operation, SchemaWalk asking, SchemaWalk answering) {
            operation.parameters().forEach(parameter -> read(parameter, asking));
            RequestBodySpec body = operation.body();
            if (body != null) {
                body.content().forEach(content -> read(content, asking));
            }
            operation.responses().forEach(response -> {
                response.headers().forEach(header -> read(header, answering));
                response.content().forEach(content -> read(content, answering));
            });
        }

        private static void read(Parameter parameter, SchemaWalk walk) {
            parameter.valueSchema().ifPresent(walk::visit);
        }

        private static void read(MediaTypeSpec content, SchemaWalk walk) {
            if (content.schema() != null) {
                walk.visit(content.schema());
            }
            if (content.itemSchema() != null) {
                walk.visit(content.itemSchema());
            }
        }

        boolean isSentOnly(Node schema) {
            return sent.contains(schema.identity()) && !got.contains(schema.identity());
        }

        boolean isGotOnly(Node schema) {
            return got.contains(schema.identity()) && !sent.contains(schema.identity());
        }
    }
}
