package plumbline.contract.validation.rewriting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import plumbline.contract.document.Dialect;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.contract.json.MeantValues;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Rewrites a schema of any OpenAPI version as plain JSON Schema 2020-12 for one direction. Keywords keep their pointers,
 * so that a fault can be traced back to the document; what has to move is noted.
 */
final class SchemaRewriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> COPIED = Set.of(
            "type",
            "const",
            "multipleOf",
            "maximum",
            "exclusiveMaximum",
            "minimum",
            "exclusiveMinimum",
            "maxLength",
            "minLength",
            "pattern",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxContains",
            "minContains",
            "maxProperties",
            "minProperties",
            "dependentRequired",
            "format");
    private static final Set<String> SCHEMAS = Set.of(
            "additionalProperties",
            "items",
            "contains",
            "propertyNames",
            "not",
            "if",
            "then",
            "else",
            "unevaluatedItems",
            "unevaluatedProperties");
    /** Those that judge the same object as the schema that they stand in. */
    private static final Set<String> CONSEQUENCES = Set.of("then", "else");

    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf", "prefixItems");
    private static final Set<String> MAPS = Set.of("patternProperties", "dependentSchemas");

    private final OpenApiVersion version;
    private final SchemaResources resources;
    private final ResourceKey key;
    private final HiddenProperties hiding;
    private final Map<String, String> moved = new HashMap<>();
    private String root = "";

    SchemaRewriter(OpenApiVersion version, SchemaResources resources, ResourceKey key) {
        this.version = version;
        this.resources = resources;
        this.key = key;
        this.hiding = new HiddenProperties(key.direction());
    }

    SchemaResource rewrite(Node node) {
        root = node.pointer();
        JsonNode rewritten = schema(node, key.hidden());
        return new SchemaResource(node, rewritten, Map.copyOf(moved));
    }

    /** Rewrites a schema; the names are those that schemas composed with this one hide. */
    private JsonNode schema(Node node, Set<String> hiddenAround) {
        if (!node.value().isObject()) {
            return node.value().isBoolean() ? node.value() : NODES.objectNode();
        }
        ObjectNode schema = NODES.objectNode();
        if (node.isResource() && !node.pointer().equals(root)) {
            return schema.put("$ref", resources.iri(node, key, hiddenAround));
        }
        if (node.isReference()) {
            boolean alone = node.isReferenceAlone();
            schema.put("$ref", reference(node, alone ? hiddenAround : hiding.in(node, hiddenAround)));
            if (alone) {
                return schema;
            }
        }
        Set<String> hidden = hiding.in(node, hiddenAround);
        EarlierDrafts drafts = new EarlierDrafts(node, node.dialect());
        node.forEachMember((name, member) -> keyword(schema, drafts, member, hidden));
        encodedContent(schema, node);
        node.get("discriminator").ifPresent(member -> discriminator(schema, member));
        return finished(schema, drafts, hidden);
    }

    private ObjectNode finished(ObjectNode schema, EarlierDrafts drafts, Set<String> hidden) {
        Node node = drafts.schema();
        if (version == OpenApiVersion.V3_0) {
            return new OpenApi30Keywords(schema, node)
                    .apply(pointer -> moved.put(pointer(node) + pointer, pointer(node)));
        }
        if (drafts.dialect() == Dialect.DRAFT_04) {
            ExclusiveFlags.replaceIn(schema);
        }
        node.dynamicReference().ifPresent(keyword -> {
            Node target = key.scope().dynamicTarget(node).orElseThrow();
            ArrayNode all = schema.withArrayProperty("allOf");
            moved.put(pointer(node) + "/allOf/" + all.size(), pointer(keyword));
            all.addObject().put("$ref", resources.iri(target, key, hidden));
        });
        return schema;
    }

    /** Rewrites a keyword under the name that it has in 2020-12. */
    private void keyword(ObjectNode schema, EarlierDrafts drafts, Node member, Set<String> hidden) {
        String name = member.name();
        if (drafts.isDependencies(name)) {
            dependencies(schema, member, hidden);
            return;
        }
        String written = drafts.nameOf(name);
        if (!written.equals(name) && !written.isEmpty()) {
            moved.put(pointer(drafts.schema()) + "/" + written, pointer(member));
        }
        keyword(schema, written, member, hidden);
    }

    private void dependencies(ObjectNode schema, Node member, Set<String> hidden) {
        String here = pointer(member.parent());
        moved.put(here + "/dependentRequired", pointer(member));
        moved.put(here + "/dependentSchemas", pointer(member));
        member.members().forEach((property, needed) -> {
            if (needed.value().isArray()) {
                schema.withObjectProperty("dependentRequired").set(property, needed.value());
            } else {
                schema.withObjectProperty("dependentSchemas").set(property, schema(needed, hidden));
            }
        });
    }

    private void keyword(ObjectNode schema, String name, Node member, Set<String> hidden) {
        if ("enum".equals(name)) {
            schema.set(name, values(member));
        } else if (COPIED.contains(name)) {
            schema.set(name, member.value());
        } else if ("default".equals(name)) {
            schema.putArray(Hints.DEFAULT).add(member.value());
        } else if (name.startsWith("example")) {
            annotation(schema, name, member.value());
        } else if ("required".equals(name)) {
            schema.set(name, required(member.value(), hidden));
        } else if ("properties".equals(name)) {
            schema.set(name, properties(member));
        } else if (SCHEMAS.contains(name)) {
            schema.set(name, schema(member, CONSEQUENCES.contains(name) ? hidden : Set.of()));
        } else if (MAPS.contains(name)) {
            ObjectNode map = NODES.objectNode();
            member.forEachMember((key, value) -> map.set(key, schema(value, Set.of())));
            schema.set(name, map);
        } else if (LISTS.contains(name)) {
            schema.set(name, list(member, "prefixItems".equals(name) ? Set.of() : hidden));
        }
    }

    /** Values that are of none of the types beside them were written without quotes, or with. */
    private static JsonNode values(Node member) {
        Set<JsonType> types = JsonType.namedIn(member.parent().value().path("type"));
        if (types.isEmpty() || !member.value().isArray()) {
            return member.value();
        }
        ArrayNode values = NODES.arrayNode();
        member.value().forEach(value -> values.add(MeantValues.of(value, types).orElse(value)));
        return values;
    }

    /** Texts that hold octets are promised to be in the encoding, which the validator would take for a remark. */
    private void encodedContent(ObjectNode schema, Node node) {
        String format = switch (node.text("contentEncoding").orElse("")) {
            case "base64" -> "byte";
            case "base64url" -> "base64url";
            default -> "";
        };
        if (!format.isEmpty() && !schema.has("format")) {
            schema.put("format", format);
            moved.put(pointer(node) + "/format", pointer(node) + "/contentEncoding");
        }
    }

    /** Keeps known good values, which the sampler prefers, as one list. */
    private static void annotation(ObjectNode schema, String name, JsonNode value) {
        ArrayNode known = schema.withArrayProperty("examples");
        if ("examples".equals(name) && value.isArray()) {
            known.addAll((ArrayNode) value);
        } else if (!"examples".equals(name)) {
            known.add(value);
        }
    }

    private ArrayNode list(Node member, Set<String> hidden) {
        ArrayNode list = NODES.arrayNode();
        for (Node item : member.items()) {
            list.add(schema(item, hidden));
        }
        return list;
    }

    private ObjectNode properties(Node member) {
        ObjectNode properties = NODES.objectNode();
        member.forEachMember((name, property) -> {
            boolean hidden = hiding.hides(property);
            boolean forbidden = hidden && key.direction() == Direction.RESPONSE;
            JsonNode schema = forbidden ? NODES.booleanNode(false) : schema(property, Set.of());
            properties.set(
                    name, hidden && schema instanceof ObjectNode object ? object.put(Hints.HIDDEN, true) : schema);
        });
        return properties;
    }

    private static JsonNode required(JsonNode names, Set<String> hidden) {
        ArrayNode required = NODES.arrayNode();
        for (JsonNode name : names) {
            if (!hidden.contains(name.asString(""))) {
                required.add(name);
            }
        }
        return required;
    }

    private String reference(Node node, Set<String> hidden) {
        Node target = node.target(node.value().path("$ref").stringValue());
        return resources.iri(target, key, hidden, isDerivation(node, target));
    }

    /** Whether a derived schema includes its base, whose discriminator has then led here, or need not lead anywhere. */
    private boolean isDerivation(Node reference, Node base) {
        if (base.get("discriminator").isEmpty() || !pointer(reference).matches("(/allOf/[0-9]+)+")) {
            return false;
        }
        Node self = reference;
        while (!pointer(self).isEmpty()) {
            self = self.parent();
        }
        return DerivedSchemas.of(base).contains(self);
    }

    private void discriminator(ObjectNode schema, Node member) {
        if (key.plain() && pointer(member.parent()).isEmpty()) {
            return;
        }
        Discriminator discriminator = new Discriminator(member);
        Function<Node, String> iri = target -> resources.iri(target, key, Set.of());
        ArrayNode rules = discriminator.rules(iri);
        if (rules.isEmpty()) {
            return;
        }
        schema.set(Hints.DISCRIMINATOR, discriminator.hint(iri));
        String property = member.text("propertyName").orElse("");
        ObjectNode rule = NODES.objectNode().put(Hints.DISCRIMINATOR_RULE, true);
        rule.putObject("dependentSchemas").putObject(property).set("allOf", rules);
        // Behind the members that allOf has in the document, which keep their pointers.
        ArrayNode all = schema.withArrayProperty("allOf");
        moved.put(pointer(member.parent()) + "/allOf/" + all.size(), pointer(member));
        all.add(rule);
    }

    private String pointer(Node node) {
        return node.pointer().substring(root.length());
    }
}
