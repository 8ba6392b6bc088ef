package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * The style deepObject: {@code filter[price][min]=1}. OpenAPI defines one level only; deeper ones and lists are read as
 * widely used servers do, {@code item[0][id]=a}, {@code tag[]=a} and {@code tag=a&tag=b}.
 */
final class DeepObject {
    private static final Pattern INDEX = Pattern.compile("[0-9]{0,9}");
    private static final int DEEPEST_NESTING = 100;

    private final TextReader reader;
    private final Branch root = new Branch();
    private boolean tooDeep;

    DeepObject(TextReader reader) {
        this.reader = reader;
    }

    /** What stands under a name: texts, or what stands under its members. */
    private static final class Branch {
        private final List<String> texts = new ArrayList<>(1);
        private final Map<String, Branch> members = new LinkedHashMap<>();

        private boolean isContradictory() {
            return !texts.isEmpty() && !members.isEmpty()
                    || members.values().stream().anyMatch(Branch::isContradictory);
        }

        /** Whether the members are numbered or unnamed, as those of a list are. */
        private boolean isNumbered() {
            return !members.isEmpty()
                    && members.keySet().stream()
                            .allMatch(key -> INDEX.matcher(key).matches());
        }

        private List<Branch> numbered() {
            return members.entrySet().stream()
                    .sorted(Comparator.comparingLong(
                            member -> member.getKey().isEmpty() ? Long.MAX_VALUE : Long.parseLong(member.getKey())))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    /** A property was given twice, or a value together with members. */
    private static final class ContradictionException extends Exception {
        private static final long serialVersionUID = 1;

        private ContradictionException() {
            super("", null, false, false);
        }
    }

    /** Adds what is said under a name such as {@code filter[price][min]}; the name of the whole is its first part. */
    void add(String name, String whole, String text) {
        List<String> path = name.length() > whole.length()
                ? List.of(name.substring(whole.length() + 1, name.length() - 1).split("]\\[", -1))
                : List.of();
        tooDeep |= path.size() > DEEPEST_NESTING;
        if (!tooDeep) {
            Branch branch = root;
            for (String key : path) {
                branch = branch.members.computeIfAbsent(key, k -> new Branch());
            }
            branch.texts.add(text);
        }
    }

    boolean isEmpty() {
        return !tooDeep && root.texts.isEmpty() && root.members.isEmpty();
    }

    /** {@return the value of all that was added; nothing if it contradicts itself or is nested too deeply} */
    @Nullable
    JsonNode value(@Nullable SchemaShape shape) {
        if (tooDeep || root.isContradictory()) {
            return null;
        }
        try {
            return value(root, shape == null ? List.of() : List.of(shape.schema()));
        } catch (ContradictionException twice) {
            return null;
        }
    }

    private JsonNode value(Branch branch, List<Schema> schemas) throws ContradictionException {
        @Nullable SchemaShape shape = schemas.isEmpty() ? null : reader.shape(schemas.get(0));
        boolean mayBeList = shape != null && shape.isArray();
        if (branch.members.isEmpty()) {
            return mayBeList && shape != null ? listOrText(branch, shape, schemas) : text(branch, schemas);
        }
        return branch.isNumbered() && (mayBeList || shape == null || !shape.isObject())
                ? list(branch, shape)
                : object(branch, shape);
    }

    private JsonNode text(Branch branch, List<Schema> schemas) throws ContradictionException {
        if (branch.texts.size() > 1) {
            throw new ContradictionException();
        }
        return reader.value(branch.texts.get(0), schemas);
    }

    /** A single text may be a list of one as well as a text, as far as each of them is allowed. */
    private JsonNode listOrText(Branch branch, SchemaShape shape, List<Schema> schemas) throws ContradictionException {
        JsonNode list = new Delimited(shape, reader, ',', "=").array(branch.texts, text -> text);
        if (branch.texts.size() > 1 || !shape.isScalarToo()) {
            return list;
        }
        JsonNode text = text(branch, schemas);
        boolean both = reader.isPossible(list, schemas) && reader.isPossible(text, schemas);
        return both && reader.choice(2) == 1 || !reader.isPossible(text, schemas) ? list : text;
    }

    private ArrayNode list(Branch branch, @Nullable SchemaShape shape) throws ContradictionException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Branch item : branch.numbered()) {
            List<Schema> schemas = shape == null
                    ? List.of()
                    : shape.item(array.size()).stream().toList();
            if (item.members.isEmpty()) {
                for (String text : item.texts) {
                    array.add(reader.value(text, schemas));
                }
            } else {
                array.add(value(item, schemas));
            }
        }
        return array;
    }

    private ObjectNode object(Branch branch, @Nullable SchemaShape shape) throws ContradictionException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Branch> member : branch.members.entrySet()) {
            object.set(
                    member.getKey(),
                    value(member.getValue(), shape == null ? List.of() : shape.alternatives(member.getKey())));
        }
        return object;
    }
}
