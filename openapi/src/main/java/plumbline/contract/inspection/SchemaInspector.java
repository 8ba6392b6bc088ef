package plumbline.contract.inspection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Dialect;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.pattern.EcmaPattern;
import plumbline.json.jackson.databind.JsonNode;

/** Looks at schemas, at each once: are their keywords of the right kind, do their references lead somewhere. */
public final class SchemaInspector {
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "object", "array", "number", "string", "integer");
    private static final Set<String> SCHEMA_MAPS = Set.of("properties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> SCHEMA_LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> SCHEMAS = Set.of(
            "items",
            "additionalItems",
            "additionalProperties",
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final Map<Kind, List<String>> KEYWORDS = Map.of(
            Kind.COUNT,
            List.of(
                    "minLength",
                    "maxLength",
                    "minItems",
                    "maxItems",
                    "minProperties",
                    "maxProperties",
                    "minContains",
                    "maxContains"),
            Kind.NUMBER,
            List.of("minimum", "maximum"),
            Kind.POSITIVE,
            List.of("multipleOf"),
            Kind.TEXT,
            List.of("pattern", "format"),
            Kind.FLAG,
            List.of("uniqueItems", "nullable", "readOnly", "writeOnly", "deprecated"),
            Kind.LIST,
            List.of("enum", "allOf", "anyOf", "oneOf", "prefixItems"),
            Kind.TEXTS,
            List.of("required"),
            Kind.MAPPING,
            List.of(
                    "properties",
                    "patternProperties",
                    "$defs",
                    "dependentSchemas",
                    "dependentRequired",
                    "discriminator"));
    private static final Map<String, Kind> KINDS = KEYWORDS.entrySet().stream()
            .flatMap(entry -> entry.getValue().stream().map(name -> Map.entry(name, entry.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final OpenApiVersion version;
    private final Problems problems;
    private final Set<Node> seen = new HashSet<>();
    private final Deque<Node> targets = new ArrayDeque<>();
    private final EndlessSchemas endless;

    SchemaInspector(OpenApiVersion version, Problems problems) {
        this.version = version;
        this.problems = problems.about(Topic.SCHEMA);
        this.endless = new EndlessSchemas(problems);
    }

    /** Looks at a schema, at all that it is made of and at all that it refers to. */
    void inspect(Node schema) {
        targets.add(schema);
        while (!targets.isEmpty()) {
            Node next = targets.remove();
            schema(next);
            endless.inspect(next);
        }
    }

    private void schema(Node node) {
        if (!seen.add(node)) {
            return;
        }
        if (node.isReference()) {
            // Put off: a chain of references may be longer than the stack is deep.
            problems.resolve(node).ifPresent(targets::add);
            if (node.isReferenceAlone()) {
                return;
            }
        }
        if (node.dynamicReference().isPresent()) {
            problems.attempt(() -> DynamicScope.of(node).dynamicTarget(node))
                    .flatMap(target -> target)
                    .ifPresent(targets::add);
        }
        if (!node.value().isObject() && !node.value().isBoolean()) {
            problems.unlike(
                    Kind.SCHEMA, node, "a schema is expected here", "write a mapping with 'type:' or other keywords");
            return;
        }
        node.forEachMember((name, member) -> keyword(name, member, node));
    }

    private void keyword(String name, Node member, Node schema) {
        Kind kind = KINDS.get(name);
        if ("nullable".equals(name) && version != OpenApiVersion.V3_0) {
            problems.about(Topic.SCHEMA_NULLABLE)
                    .warning(
                            member,
                            "'nullable' means nothing since OpenAPI 3.1",
                            "add 'null' to the types: type: [string, 'null']");
        } else if (kind != null && !kind.fits(member.value())) {
            boolean isMeantForAround = "required".equals(name) && member.value().isBoolean();
            problems.unlike(
                    kind,
                    member,
                    "'" + name + "' must be " + kind + ", not " + excerpt(member.value()),
                    isMeantForAround ? "name the property in the list 'required' of the schema around it" : "");
        } else if ("type".equals(name)) {
            type(member, schema);
        } else if ("enum".equals(name)) {
            new MeantEnums(problems).inspect(member);
        } else if ("dependentRequired".equals(name)) {
            member.members().values().stream()
                    .filter(names -> !Kind.TEXTS.fits(names.value()))
                    .forEach(names -> problems.error(names, "'dependentRequired' must map to " + Kind.TEXTS, ""));
        } else if ("discriminator".equals(name)) {
            discriminator(member, schema);
        } else if ("$schema".equals(name) || "$id".equals(name)) {
            identity(name, member);
        } else if (name.startsWith("exclusive") && !fitsVersion(member)) {
            problems.error(
                    member, "'" + name + "' must be a number, not " + member.value(), "move the bound itself here");
        } else if ("pattern".equals(name)) {
            pattern(member, member.value().stringValue());
        } else if ("patternProperties".equals(name)) {
            member.members().forEach((pattern, value) -> {
                pattern(value, pattern);
                schema(value);
            });
        } else if (isTuple(name, member)) {
            member.items().forEach(this::schema);
        } else if ("dependencies".equals(name) && member.parent().dialect().isBefore(Dialect.DRAFT_2020_12)) {
            member.members().values().stream()
                    .filter(needed -> !Kind.TEXTS.fits(needed.value()))
                    .forEach(this::schema);
        } else if (SCHEMAS.contains(name)) {
            schema(member);
        } else if (SCHEMA_MAPS.contains(name)) {
            member.forEachMember((key, value) -> schema(value));
        } else if (SCHEMA_LISTS.contains(name)) {
            schema.items(name).forEach(this::schema);
        }
    }

    /** In 3.0 these are flags beside the bound; numbers are understood there too. */
    private boolean fitsVersion(Node member) {
        boolean mayBeFlag = version == OpenApiVersion.V3_0 || member.parent().dialect() == Dialect.DRAFT_04;
        return member.value().isNumber() || member.value().isBoolean() && mayBeFlag;
    }

    private void identity(String name, Node member) {
        String text = member.value().asString("");
        if (version == OpenApiVersion.V3_0) {
            return;
        }
        if ("$schema".equals(name) && Dialect.of(text).isEmpty()) {
            problems.unknownDialect(member);
        } else if ("$id".equals(name) && !isReference(member.value())) {
            problems.error(member, "'$id' must be a URI reference, not " + excerpt(member.value()), "");
        }
    }

    private static boolean isReference(JsonNode value) {
        try {
            return value.isString() && !new URI(value.stringValue()).toString().isEmpty();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void discriminator(Node discriminator, Node schema) {
        if (discriminator.text("propertyName").isEmpty()) {
            problems.about(Topic.DISCRIMINATOR)
                    .error(discriminator, "the discriminator names no property", "add 'propertyName:'");
        }
        if (schema.get("oneOf").isEmpty() && schema.get("anyOf").isEmpty()) {
            return;
        }
        discriminator.members("mapping").forEach((value, name) -> {
            String text = name.value().asString("");
            boolean isName = text.matches("[A-Za-z0-9._-]+")
                    && name.document().root().at("/components/schemas/" + text).isPresent();
            if (!isName) {
                mapped(name, text);
            }
        });
    }

    /** A value without a schema of its own leaves the others usable. */
    private void mapped(Node name, String text) {
        try {
            targets.add(name.target(text));
        } catch (ContractException e) {
            problems.about(Topic.DISCRIMINATOR)
                    .warning(
                            name,
                            "the discriminator maps to what cannot be found, and is not checked for this value: "
                                    + e.problems().get(0).message(),
                            "name a schema under components/schemas, or write a reference to one");
        }
    }

    /** Before 2020-12, {@code items} could also be what {@code prefixItems} is now. */
    private static boolean isTuple(String name, Node member) {
        return "items".equals(name)
                && member.value().isArray()
                && member.parent().dialect().isBefore(Dialect.DRAFT_2020_12);
    }

    private void pattern(Node node, String expression) {
        try {
            EcmaPattern.compile(expression);
        } catch (PatternSyntaxException e) {
            problems.about(Topic.PATTERN)
                    .warning(
                            node,
                            "the pattern " + expression + " cannot be used and will not be checked: "
                                    + e.getDescription(),
                            "write it as a regular expression of ECMA-262");
        }
    }

    private void type(Node member, Node schema) {
        Optional<String> single = schema.text("type");
        boolean known = single.map(TYPES::contains)
                .orElseGet(() -> member.value().isArray()
                        && !member.value().isEmpty()
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

    public static String excerpt(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
