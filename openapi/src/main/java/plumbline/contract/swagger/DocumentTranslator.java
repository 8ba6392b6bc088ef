package plumbline.contract.swagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Translates a document from the top down. */
final class DocumentTranslator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> KEPT = Set.of("info", "tags", "security", "externalDocs");

    private final Node swagger;
    private final Workshop workshop;
    private final SchemaTranslator schemas;

    DocumentTranslator(Node swagger) {
        this.swagger = swagger;
        this.workshop = new Workshop(swagger);
        this.schemas = new SchemaTranslator(workshop);
    }

    Translation translate() {
        ObjectNode root = NODES.objectNode().put("openapi", "3.0.4");
        swagger.members().forEach((name, member) -> {
            if (KEPT.contains(name) || name.startsWith("x-")) {
                root.set(name, member.value());
            }
        });
        root.set("servers", servers());
        Map<String, Node> definitions = swagger.members("definitions");
        schemas.reserve(definitions);
        swagger.get("paths").ifPresent(paths -> root.set("paths", paths(paths)));
        ObjectNode components = root.putObject("components");
        components.set("schemas", schemas.components(definitions));
        components.set("securitySchemes", securitySchemes());
        return new Translation(swagger.document().translated(root, workshop::place), workshop.problems());
    }

    private JsonNode paths(Node paths) {
        workshop.origin("/paths", paths);
        if (!paths.value().isObject()) {
            return paths.value();
        }
        OperationTranslator operations = new OperationTranslator(workshop, swagger, schemas);
        ObjectNode translated = NODES.objectNode();
        paths.members()
                .forEach((path, item) -> translated.set(
                        path,
                        path.startsWith("x-")
                                ? item.value()
                                : operations.pathItem(item, Pointers.child("/paths", path))));
        return translated;
    }

    private JsonNode servers() {
        String path = swagger.text("basePath").orElse("/");
        swagger.get("basePath").ifPresent(node -> workshop.origin("/servers", node));
        List<String> urls = new ArrayList<>();
        if (swagger.text("host").isPresent()) {
            swagger.items("schemes")
                    .forEach(scheme -> urls.add(scheme.value().asString("") + "://"
                            + swagger.text("host").orElseThrow() + (path.startsWith("/") ? "" : "/") + path));
        }
        if (urls.isEmpty()) {
            urls.add(swagger.text("host")
                    .map(host -> "//" + host + (path.startsWith("/") ? "" : "/") + path)
                    .orElse(path));
        }
        return NODES.arrayNode()
                .addAll(urls.stream()
                        .map(url -> (JsonNode) NODES.objectNode().put("url", url))
                        .toList());
    }

    private ObjectNode securitySchemes() {
        ObjectNode translated = NODES.objectNode();
        swagger.members("securityDefinitions").forEach((name, scheme) -> {
            workshop.origin(Pointers.child("/components/securitySchemes", name), scheme);
            translated.set(name, securityScheme(scheme));
        });
        return translated;
    }

    private static JsonNode securityScheme(Node scheme) {
        ObjectNode translated = NODES.objectNode();
        return switch (scheme.text("type").orElse("")) {
            case "basic" -> translated.put("type", "http").put("scheme", "basic");
            case "oauth2" -> translated.put("type", "oauth2").set("flows", flows(scheme));
            default -> scheme.value();
        };
    }

    private static ObjectNode flows(Node scheme) {
        String flow = switch (scheme.text("flow").orElse("")) {
            case "application" -> "clientCredentials";
            case "accessCode" -> "authorizationCode";
            default -> scheme.text("flow").orElse("implicit");
        };
        ObjectNode details = NODES.objectNode();
        for (String name : new String[] {"authorizationUrl", "tokenUrl", "scopes"}) {
            scheme.get(name).ifPresent(member -> details.set(name, member.value()));
        }
        return NODES.objectNode().set(flow, details);
    }
}
