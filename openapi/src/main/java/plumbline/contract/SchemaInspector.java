package plumbline.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import plumbline.contract.document.Node;
import plumbline.contract.pattern.EcmaPattern;
import tools.jackson.databind.JsonNode;

/** Looks at every schema of a document once: are its keywords of the right kind, do its references lead somewhere. */
final class SchemaInspector {
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "object", "array", "number", "string", "integer");
    private static final Set<String> DATA = Set.of("example", "examples", "default", "enum", "const", "value");
    private static final Set<String> NAMED_BY_AUTHORS = Set.of(
            "paths",
            "webhooks",
            "responses",
            "parameters",
            "headers",
            "requestBodies",
            "callbacks",
            "links",
            "pathItems",
            "securitySchemes",
            "content",
            "encoding",
            "variables");
    private static final Set<String> SCHEMA_MAPS = Set.of("properties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> SCHEMA_LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> SCHEMAS = Set.of(
            "items",
            "additionalProperties",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("minLength", Kind.COUNT),
            Map.entry("maxLength", Kind.COUNT),
            Map.entry("minItems", Kind.COUNT),
            Map.entry("maxItems", Kind.COUNT),
            Map.entry("minProperties", Kind.COUNT),
            Map.entry("maxProperties", Kind.COUNT),
            Map.entry("minimum", Kind.NUMBER),
            Map.entry("maximum", Kind.NUMBER),
            Map.entry("multipleOf", Kind.NUMBER),
            Map.entry("pattern", Kind.TEXT),
            Map.entry("format", Kind.TEXT),
            Map.entry("required", Kind.LIST),
            Map.entry("enum", Kind.LIST),
            Map.entry("properties", Kind.OBJECT));

    private final OpenApiVersion version;
    private final Problems problems;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> followed = new HashSet<>();
    private final Deque<Runnable> targets = new ArrayDeque<>();

    SchemaInspector(OpenApiVersion version, Problems problems) {
        this.version = version;
        this.problems = problems;
    }

    private enum Kind {
        COUNT("a whole number of 0 or more"),
        NUMBER("a number"),
        TEXT("a text"),
        LIST("a list"),
        OBJECT("a mapping");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        boolean fits(JsonNode value) {
            return switch (this) {
                case COUNT ->
                    value.isNumber()
                            && value.decimalValue().signum() >= 0
                            && value.decimalValue().stripTrailingZeros().scale() <= 0;
                case NUMBER -> value.isNumber();
                case TEXT -> value.isString();
                case LIST -> value.isArray();
                case OBJECT -> value.isObject();
            };
        }
    }

    /** Looks at all schemas of a document and of those that it refers to. */
    void inspect(Node root) {
        walk(root);
        while (!targets.isEmpty()) {
            targets.remove().run();
        }
    }

    /** Walks through what is not a schema; a member called {@code schema} and all named schemas are. */
    private void walk(Node node) {
        if (node.isReference()) {
            follow(node, this::walk);
            return;
        }
        node.members().forEach((name, member) -> {
            if ("schema".equals(name)) {
                schema(member);
            } else if ("schemas".equals(name) && "/components".equals(node.pointer())) {
                member.members().values().forEach(this::schema);
            } else if (NAMED_BY_AUTHORS.contains(name)) {
                member.members().values().forEach(this::walk);
                member.items().forEach(this::walk);
            } else if (!DATA.contains(name) && !name.startsWith("x-")) {
                walk(member);
                member.items().forEach(this::walk);
            }
        });
    }

    /** Puts off looking at where a reference leads: a chain of them may be longer than the stack is deep. */
    private void follow(Node reference, Consumer<Node> look) {
        problems.resolve(reference).ifPresent(target -> {
            if (followed.add(target.identity())) {
                targets.add(() -> look.accept(target));
            }
        });
    }

    private void schema(Node node) {
        if (!seen.add(node.identity())) {
            return;
        }
        if (node.isReference()) {
            follow(node, this::schema);
            if (version == OpenApiVersion.V3_0) {
                return;
            }
        }
        if (!node.value().isObject() && !node.value().isBoolean()) {
            problems.error(node, "a schema is expected here", "write a mapping with 'type:' or other keywords");
            return;
        }
        node.members().forEach((name, member) -> keyword(name, member, node));
    }

    private void keyword(String name, Node member, Node schema) {
        Kind kind = KINDS.get(name);
        if (kind != null && !kind.fits(member.value())) {
            problems.error(member, "'" + name + "' must be " + kind.name + ", not " + excerpt(member.value()), "");
        } else if ("type".equals(name)) {
            type(member, schema);
        } else if ("pattern".equals(name)) {
            pattern(member, member.value().stringValue());
        } else if ("patternProperties".equals(name)) {
            member.members().forEach((pattern, value) -> {
                pattern(value, pattern);
                schema(value);
            });
        } else if (SCHEMAS.contains(name)) {
            schema(member);
        } else if (SCHEMA_MAPS.contains(name)) {
            member.members().values().forEach(this::schema);
        } else if (SCHEMA_LISTS.contains(name)) {
            schema.items(name).forEach(this::schema);
        }
    }

    private void pattern(Node node, String expression) {
        try {
            EcmaPattern.compile(expression);
        } catch (PatternSyntaxException e) {
            problems.warning(
                    node,
                    "the pattern " + expression + " cannot be used and will not be checked: " + e.getDescription(),
                    "write it as a regular expression of ECMA-262");
        }
    }

    private void type(Node member, Node schema) {
        Optional<String> single = schema.text("type");
        boolean known = single.map(TYPES::contains)
                .orElseGet(() -> member.value().isArray()
                        && member.value().valueStream().allMatch(item -> TYPES.contains(item.asString(""))));
        if (!known) {
            problems.error(
                    member,
                    "the type " + excerpt(member.value()) + " is not known",
                    "use one of " + TYPES.stream().sorted().toList());
        } else if (version == OpenApiVersion.V3_0 && (single.isEmpty() || "null".equals(single.get()))) {
            problems.error(member, "OpenAPI 3.0 knows no 'type' of " + excerpt(member.value()), "use 'nullable: true'");
        }
    }

    private static String excerpt(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
