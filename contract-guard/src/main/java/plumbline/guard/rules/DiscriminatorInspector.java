package plumbline.guard.rules;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.guard.anatomy.Parts;
import plumbline.text.Spelling;

/** Looks at discriminators: does each choice have the property that tells it? */
final class DiscriminatorInspector implements Inspector {
    private static final List<String> CHOICES = List.of("oneOf", "anyOf");

    @Override
    public void inspect(Subject subject, Notes notes) {
        for (Node schema : subject.schemas()) {
            Optional<Node> discriminator =
                    schema.get("discriminator").filter(node -> node.value().isObject());
            discriminator.flatMap(node -> node.text("propertyName")).ifPresent(name -> {
                for (String keyword : CHOICES) {
                    schema.items(keyword).forEach(choice -> choice(schema, choice, name, notes));
                }
                property(schema, discriminator.orElseThrow(), name, notes);
            });
        }
    }

    private static void choice(Node schema, Node choice, String name, Notes notes) {
        Composition own = Composition.of(choice);
        boolean isNull =
                "null".equals(Parts.end(choice).flatMap(end -> end.text("type")).orElse(""));
        if (!isNull
                && !own.isOpen()
                && !own.properties().contains(name)
                && !schema.members("properties").containsKey(name)) {
            notes.add(
                    Catalogue.DISCRIMINATOR,
                    choice,
                    "the choice has no property '" + name + "', by which it would be told",
                    "describe the property there, and require it");
        }
    }

    private static void property(Node schema, Node discriminator, String name, Notes notes) {
        Composition all = Composition.of(schema);
        boolean hasChoices =
                CHOICES.stream().anyMatch(keyword -> schema.get(keyword).isPresent());
        if (!hasChoices && !all.isOpen() && !all.properties().contains(name)) {
            notes.add(
                    Catalogue.DISCRIMINATOR,
                    discriminator,
                    "the schema has no property '" + name + "'" + Spelling.suggestion(name, all.properties()),
                    "describe the property, and require it");
        }
    }
}
