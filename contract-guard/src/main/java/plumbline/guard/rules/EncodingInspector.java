package plumbline.guard.rules;

import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.guard.anatomy.Parts;
import plumbline.text.Spelling;

/** Looks for encodings of properties that there are not. */
final class EncodingInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        for (Node media : subject.objects("mediaType")) {
            media.get("schema").flatMap(Parts::end).ifPresent(schema -> {
                Set<String> names = schema.members("properties").keySet();
                boolean isPlain = !names.isEmpty() && Composition.isPlain(schema);
                media.members("encoding").forEach((name, encoding) -> {
                    if (isPlain && !names.contains(name) && !name.startsWith("x-")) {
                        notes.add(
                                Catalogue.ENCODING,
                                encoding,
                                "the schema has no property '" + name + "'" + Spelling.suggestion(name, names),
                                "name a property, or remove the encoding");
                    }
                });
            });
        }
    }
}
