package plumbline.guard.anatomy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.document.Node;
import plumbline.json.jackson.databind.JsonNode;

/**
 * A field of an object, as some versions of OpenAPI know it.
 *
 * @param name the name
 * @param need whether it may be missing
 * @param holds how its objects stand in it
 * @param type the kind of its objects, or how its data is written; empty for any data
 * @param isObject whether the type is a kind of objects
 * @param versions the versions that know it
 */
public record Field(String name, Need need, Holds holds, String type, boolean isObject, Set<String> versions) {
    private static final Pattern SYNTAX =
            Pattern.compile("([$\\w*]+)([!~]?)(\\[]|\\{})?(?:([=>])(\\w+))?(?:@([0-9.,]+))?");
    private static final String ALL = "3.0,3.1,3.2";

    /** Whether a field may be missing. */
    public enum Need {
        NONE,
        SHOULD,
        MUST
    }

    /** How objects stand in a field. */
    public enum Holds {
        ONE,
        LIST,
        MAP
    }

    static Field parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        Need need = switch (parts.group(2)) {
            case "!" -> Need.MUST;
            case "~" -> Need.SHOULD;
            default -> Need.NONE;
        };
        Holds holds = parts.group(3) == null ? Holds.ONE : "[]".equals(parts.group(3)) ? Holds.LIST : Holds.MAP;
        return new Field(
                parts.group(1),
                need,
                holds,
                parts.group(5) == null ? "" : parts.group(5),
                ">".equals(parts.group(4)),
                Set.of((parts.group(6) == null ? ALL : parts.group(6)).split(",", -1)));
    }

    /** {@return the objects in the value of this field} */
    public List<Node> objects(Node value) {
        if (!isObject) {
            return List.of();
        }
        return switch (holds) {
            case ONE -> List.of(value);
            case LIST -> value.items();
            case MAP -> withoutExtensions(value);
        };
    }

    private static List<Node> withoutExtensions(Node map) {
        List<Node> objects = new ArrayList<>();
        map.members().forEach((name, node) -> {
            boolean isExtension = name.toLowerCase(Locale.ROOT).startsWith("x-");
            if (!isExtension || !"paths responses callbacks".contains(map.name())) {
                objects.add(node);
            }
        });
        return objects;
    }

    /** {@return whether data is written as it should be; objects are not looked into} */
    public boolean fits(JsonNode value) {
        if (isObject) {
            return switch (holds) {
                case ONE -> value.isObject() || "schema".equals(type) && value.isBoolean();
                case LIST -> value.isArray();
                case MAP -> value.isObject();
            };
        }
        return switch (type) {
            case "text" -> value.isString();
            case "flag" -> value.isBoolean();
            case "list" -> value.isArray();
            case "map" -> value.isObject();
            default -> true;
        };
    }
}
