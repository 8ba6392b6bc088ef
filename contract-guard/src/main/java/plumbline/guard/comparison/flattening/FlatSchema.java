package plumbline.guard.comparison.flattening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.OpenApiVersion;

/**
 * What a conjunction of schemas asks for, with references followed, {@code allOf} flattened, and choices with one branch, or
 * one branch and null, taken for that branch.
 *
 * @param source the conjunction
 * @param parts all schema objects whose keywords count
 * @param choices those keywords {@code oneOf} and {@code anyOf} that leave a choice
 * @param isImpossible whether one of the schemas is {@code false}
 */
public record FlatSchema(Conjunction source, List<Node> parts, List<Choice> choices, boolean isImpossible) {
    /**
     * A choice between schemas.
     *
     * @param keyword the list of branches
     * @param branches the branches other than null
     */
    public record Choice(Node keyword, List<Node> branches) {
        public Choice {
            branches = List.copyOf(branches);
        }
    }

    public FlatSchema {
        parts = List.copyOf(parts);
        choices = List.copyOf(choices);
    }

    public static FlatSchema of(Conjunction source) {
        return new SchemaFlattener(source).read();
    }

    public OpenApiVersion version() {
        return source.version();
    }

    /** {@return the value of a keyword in each of the schemas that has it} */
    public List<Node> all(String keyword) {
        List<Node> found = new ArrayList<>();
        for (Node part : parts) {
            part.get(keyword).ifPresent(found::add);
        }
        return found;
    }

    public Optional<Node> first(String keyword) {
        for (Node part : parts) {
            Optional<Node> member = part.get(keyword);
            if (member.isPresent()) {
                return member;
            }
        }
        return Optional.empty();
    }

    /** {@return the place of the first of these keywords that is there, else that of the schema} */
    public Node place(String... keywords) {
        for (String keyword : keywords) {
            Optional<Node> member = first(keyword);
            if (member.isPresent()) {
                return member.get();
            }
        }
        return source.anchor();
    }

    public boolean flag(String keyword) {
        return parts.stream().anyMatch(part -> part.flag(keyword));
    }

    /** {@return the schemas that each property must obey, by name} */
    public Map<String, List<Node>> properties() {
        Map<String, List<Node>> properties = new LinkedHashMap<>();
        for (Node part : parts) {
            part.members("properties")
                    .forEach((name, schema) -> properties
                            .computeIfAbsent(name, key -> new ArrayList<>())
                            .add(schema));
        }
        return properties;
    }

    /** {@return the entries of {@code required}, by name} */
    public Map<String, Node> required() {
        Map<String, Node> required = new LinkedHashMap<>();
        for (Node names : all("required")) {
            names.items().forEach(name -> required.putIfAbsent(name.value().asString(""), name));
        }
        return required;
    }

    /** {@return the values of {@code enum} or {@code const}, nothing if neither is there} */
    public Optional<AllowedValues> values() {
        return AllowedValues.of(this);
    }

    public AllowedTypes types() {
        return AllowedTypes.of(this);
    }

    /** {@return the texts of a keyword in all schemas, such as all patterns} */
    public Map<String, Node> texts(String keyword) {
        Map<String, Node> texts = new LinkedHashMap<>();
        for (Node value : all(keyword)) {
            texts.putIfAbsent(value.value().asString(""), value);
        }
        return texts;
    }

    /** {@return whether only a choice, and perhaps the types of it, is said} */
    public boolean isMereChoice() {
        Set<String> keywords = new LinkedHashSet<>();
        parts.forEach(part -> keywords.addAll(part.members().keySet()));
        return choices.size() == 1 && AllowedTypes.OTHER_KEYWORDS.stream().noneMatch(keywords::contains);
    }

    public boolean allows(JsonType... wanted) {
        Set<JsonType> types = types().values();
        for (JsonType type : wanted) {
            if (types.contains(type)) {
                return true;
            }
        }
        return false;
    }
}
