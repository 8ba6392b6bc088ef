package plumbline.guard.rules.schemas;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.guard.anatomy.DocumentParts;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.text.Spelling;

/** Looks at discriminators: does each choice have the property that tells it? */
final class DiscriminatorInspector implements Inspector {
    private static final List<String> CHOICES = List.of("oneOf", "anyOf");

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node schema : document.schemas()) {
            Optional<Node> discriminator =
                    schema.get("discriminator").filter(node -> node.value().isObject());
            discriminator.flatMap(node -> node.text("propertyName")).ifPresent(name -> {
                for (String keyword : CHOICES) {
                    schema.items(keyword).forEach(choice -> choice(schema, choice, name, findings));
                }
                property(schema, discriminator.orElseThrow(), name, findings);
            });
        }
    }

    private static void choice(Node schema, Node choice, String name, FindingCollector findings) {
        ComposedSchema own = ComposedSchema.of(choice);
        boolean isNull = "null"
                .equals(DocumentParts.end(choice)
                        .flatMap(end -> end.text("type"))
                        .orElse(""));
        if (!isNull
                && !own.isOpen()
                && !own.properties().contains(name)
                && !schema.members("properties").containsKey(name)) {
            findings.add(
                    GuardRule.DISCRIMINATOR,
                    choice,
                    "the choice has no property '" + name + "', by which it would be told",
                    "describe the property there, and require it");
        }
    }

    private static void property(Node schema, Node discriminator, String name, FindingCollector findings) {
        ComposedSchema all = ComposedSchema.of(schema);
        boolean hasChoices =
                CHOICES.stream().anyMatch(keyword -> schema.get(keyword).isPresent());
        if (!hasChoices && !all.isOpen() && !all.properties().contains(name)) {
            findings.add(
                    GuardRule.DISCRIMINATOR,
                    discriminator,
                    "the schema has no property '" + name + "'" + Spelling.suggestion(name, all.properties()),
                    "describe the property, and require it");
        }
    }
}
