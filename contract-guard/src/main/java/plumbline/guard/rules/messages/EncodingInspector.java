package plumbline.guard.rules.messages;

import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.guard.anatomy.DocumentParts;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.guard.rules.schemas.ComposedSchema;
import plumbline.text.Spelling;

/** Looks for encodings of properties that there are not. */
final class EncodingInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node media : document.objects("mediaType")) {
            media.get("schema").flatMap(DocumentParts::end).ifPresent(schema -> {
                Set<String> names = schema.members("properties").keySet();
                boolean isPlain = !names.isEmpty() && ComposedSchema.isPlain(schema);
                media.members("encoding").forEach((name, encoding) -> {
                    if (isPlain && !names.contains(name) && !name.startsWith("x-")) {
                        findings.add(
                                GuardRule.ENCODING,
                                encoding,
                                "the schema has no property '" + name + "'" + Spelling.suggestion(name, names),
                                "name a property, or remove the encoding");
                    }
                });
            });
        }
    }
}
