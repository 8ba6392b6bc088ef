package plumbline.contract.inspection;

import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.json.JsonType;
import plumbline.contract.json.MeantValues;

/** Tells how the values of enums are read that are not of the type beside them. */
final class MeantEnums {
    private final Problems problems;

    MeantEnums(Problems problems) {
        this.problems = problems.about(Topic.SCHEMA_ENUM);
    }

    void inspect(Node values) {
        Set<JsonType> types = JsonType.namedIn(values.parent().value().path("type"));
        if (types.isEmpty()) {
            return;
        }
        String named = types.stream().map(JsonType::toString).collect(Collectors.joining(" or "));
        for (Node value : values.items()) {
            MeantValues.of(value.value(), types)
                    .ifPresent(meant -> problems.warning(
                            value,
                            "the value " + SchemaInspector.excerpt(value.value()) + " is not of type " + named
                                    + ", and is read as " + SchemaInspector.excerpt(meant),
                            "write it as a value of the type (in quotes, if it is a text)"));
        }
    }
}
