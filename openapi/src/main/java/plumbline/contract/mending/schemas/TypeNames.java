package plumbline.contract.mending.schemas;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What authors call types, from their programming languages and databases. */
final class TypeNames {
    private static final Set<String> KNOWN =
            Set.of("string", "number", "integer", "boolean", "array", "object", "null");

    private TypeNames() {}

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** {@return the type that is plainly meant} */
    static Optional<String> meant(String name) {
        String type = switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "int", "int32", "int64", "long", "short", "bigint", "integer" -> "integer";
            case "float", "double", "decimal", "numeric", "number" -> "number";
            case "bool", "boolean" -> "boolean";
            case "str",
                    "text",
                    "varchar",
                    "char",
                    "string",
                    "uuid",
                    "date",
                    "datetime",
                    "date-time",
                    "email",
                    "uri",
                    "url",
                    "enum",
                    "file",
                    "binary",
                    "password" -> "string";
            case "map", "dict", "hash", "json", "object" -> "object";
            case "list", "array" -> "array";
            case "null", "none", "nil" -> "null";
            default -> "";
        };
        return type.isEmpty() ? Optional.empty() : Optional.of(type);
    }
}
