package plumbline.contract.document;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Identities.Resource;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;

/** Finds what the schemas of a document call themselves. */
final class IdentityReader {
    private static final Set<String> DATA =
            Set.of("example", "examples", "default", "enum", "const", "value", "dataValue");
    /** Maps whose names authors choose, so that these are no keywords. */
    private static final Set<String> MAPS = Set.of(
            "properties",
            "patternProperties",
            "$defs",
            "definitions",
            "dependentSchemas",
            "dependencies",
            "schemas",
            "paths",
            "webhooks",
            "responses",
            "parameters",
            "headers",
            "requestBodies",
            "callbacks",
            "pathItems",
            "content",
            "mediaTypes",
            "encoding");

    private final Map<String, Resource> resources = new HashMap<>();
    private final Map<String, Dialect> dialects = new HashMap<>();

    /**
     * What the document that others belong to says for all of them.
     *
     * @param isUsed whether schemas can have identities at all, which they cannot in OpenAPI 3.0
     * @param dialect the dialect of schemas that name none
     */
    record Defaults(boolean isUsed, Dialect dialect) {
        static Defaults of(JsonNode root) {
            boolean isOld = root.path("openapi").asString("").startsWith("3.0") || root.has("swagger");
            Dialect dialect =
                    Dialect.of(root.path("jsonSchemaDialect").asString("")).orElse(Dialect.DRAFT_2020_12);
            return isOld ? new Defaults(false, Dialect.DRAFT_2020_12) : new Defaults(true, dialect);
        }
    }

    private IdentityReader() {}

    static Identities read(JsonNode root, Source.Fetched fetched, Defaults defaults) {
        Dialect dialect = Dialect.of(root.path("jsonSchemaDialect").asString(""))
                .filter(named -> defaults.isUsed())
                .orElse(defaults.dialect());
        URI base =
                defaults.isUsed() ? resolved(fetched.uri(), root.path("$self").asString("")) : fetched.uri();
        Resource whole = new Resource(base, "");
        IdentityReader reader = new IdentityReader();
        if (defaults.isUsed() && (dialect == Dialect.DRAFT_04 || mayHaveIdentities(fetched.text()))) {
            reader.walk(root, new Site("", whole, dialect));
        }
        return new Identities(reader.resources, reader.dialects, whole, dialect);
    }

    /** Walking through a large document takes longer than looking for what only few have. */
    private static boolean mayHaveIdentities(byte[] text) {
        for (int i = 0; i + 3 < text.length; i++) {
            if ((text[i] == '$' || text[i] == '\\') && mayBeKeyword(text, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeKeyword(byte[] text, int at) {
        boolean isEscape = text[at] == '\\' && text[at + 1] == 'u' && text[at + 2] == '0' && text[at + 3] == '0';
        boolean isRecursive = text[at + 1] == 'r' && text[at + 2] == 'e' && text[at + 3] == 'c';
        return isEscape || text[at] == '$' && (isRecursive || "iasd".indexOf(text[at + 1]) >= 0);
    }

    /** A value on the way: where it stands, and what it belongs to. */
    private record Site(String pointer, Resource resource, Dialect dialect) {
        Site child(String name) {
            return new Site(Pointers.child(pointer, name), resource, dialect);
        }
    }

    private void walk(JsonNode value, Site site) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            walk(value.get(i), site.child(Integer.toString(i)));
        }
        if (value.isObject()) {
            Site here = identified(value, site);
            value.forEachEntry((name, member) -> member(name, member, here));
        }
    }

    private void member(String name, JsonNode member, Site site) {
        Site below = site.child(name);
        if (MAPS.contains(name) && member.isObject()) {
            member.forEachEntry((key, value) -> walk(value, below.child(key)));
        } else if (member.isContainer() && !DATA.contains(name) && !name.startsWith("x-")) {
            walk(member, below);
        }
    }

    private Site identified(JsonNode schema, Site site) {
        Dialect dialect = dialect(schema, site);
        String id = schema.path(dialect == Dialect.DRAFT_04 ? "id" : "$id").asString("");
        boolean isHidden = dialect.isReferenceAlone() && schema.path("$ref").isString();
        Resource resource = site.resource();
        if (id.startsWith("#") && id.length() > 1 && dialect.isReferenceAlone()) {
            resource.anchors().putIfAbsent(id.substring(1), site.pointer());
        } else if (!id.isEmpty() && !isHidden) {
            resource = new Resource(resolved(resource.base(), id), site.pointer());
            resources.put(site.pointer(), resource);
        }
        anchors(schema, site.pointer(), resource);
        return new Site(site.pointer(), resource, dialect);
    }

    private Dialect dialect(JsonNode schema, Site site) {
        Optional<Dialect> declared = Optional.of(schema.path("$schema"))
                .filter(JsonNode::isString)
                .map(name -> Dialect.of(name.stringValue()).orElse(Dialect.DRAFT_2020_12));
        declared.ifPresent(dialect -> dialects.put(site.pointer(), dialect));
        return declared.orElse(site.dialect());
    }

    private static void anchors(JsonNode schema, String pointer, Resource resource) {
        String anchor = schema.path("$anchor").asString("");
        String dynamic = schema.path("$dynamicAnchor").asString("");
        if (!anchor.isEmpty()) {
            resource.anchors().putIfAbsent(anchor, pointer);
        }
        if (!dynamic.isEmpty()) {
            resource.anchors().putIfAbsent(dynamic, pointer);
            resource.dynamicAnchors().putIfAbsent(dynamic, pointer);
        }
        if (schema.path("$recursiveAnchor").asBoolean(false) && pointer.equals(resource.pointer())) {
            resource.dynamicAnchors().put("", pointer);
        }
    }

    /** The identity against its base, without fragment; the base where it is no URI reference, which is reported. */
    private static URI resolved(URI base, String id) {
        try {
            String location = id.indexOf('#') < 0 ? id : id.substring(0, id.indexOf('#'));
            return location.isEmpty() ? base : base.resolve(location);
        } catch (IllegalArgumentException e) {
            return base;
        }
    }
}
