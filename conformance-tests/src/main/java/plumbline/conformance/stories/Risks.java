package plumbline.conformance.stories;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.sampling.source.WordsOfNames;

/** Tells from a contract which requests may do more than add something to a server. */
public final class Risks {
    private static final Set<String> WORDS = Set.of(
            "archive",
            "ban",
            "cancel",
            "clear",
            "close",
            "deactivate",
            "delete",
            "destroy",
            "disable",
            "drop",
            "erase",
            "flush",
            "kick",
            "kill",
            "leave",
            "prune",
            "purge",
            "reboot",
            "remove",
            "reset",
            "restart",
            "restore",
            "revert",
            "revoke",
            "rollback",
            "shutdown",
            "stop",
            "suspend",
            "terminate",
            "truncate",
            "wipe");

    private static final int DEEPEST_LIST = 3;

    private Risks() {}

    /** {@return whether the last word of its path, or how its name begins, says that an operation takes something away} */
    public static boolean isIn(Operation operation) {
        String stem = operation.template().stem();
        String last = stem.substring(stem.lastIndexOf('/') + 1);
        List<String> named = WordsOfNames.of(operation.id());
        return "POST".equals(operation.method())
                && Stream.concat(WordsOfNames.of(last).stream(), named.stream().limit(1))
                        .anyMatch(WORDS::contains);
    }

    /** {@return whether what an operation shows is one object, and no list in one} */
    public static boolean showsOneThing(Operation read) {
        List<Schema> shown = read.responses().stream()
                .filter(ResponseSpec::isSuccess)
                .map(ResponseSpec::content)
                .flatMap(List::stream)
                .map(MediaTypeSpec::schema)
                .flatMap(Stream::ofNullable)
                .toList();
        return !shown.isEmpty() && shown.stream().allMatch(Risks::isOneThing);
    }

    private static boolean isOneThing(Schema schema) {
        SchemaShape shape = SchemaShape.of(schema);
        return shape.isMeantAsObject() && !shape.propertyNames().isEmpty() && !holdsList(shape, DEEPEST_LIST);
    }

    /** Lists stand in envelopes, and in envelopes of those. */
    private static boolean holdsList(SchemaShape shape, int depth) {
        return shape.propertyNames().stream()
                .flatMap(name -> shape.property(name).stream())
                .map(SchemaShape::of)
                .anyMatch(property -> property.isMeantAsArray()
                        || depth > 1 && property.isMeantAsObject() && holdsList(property, depth - 1));
    }
}
