package plumbline.contract.inspection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.operation.OpenApiVersion;

/**
 * Looks at every object of a document, and of those that it refers to, once: readers pass over what is not of the kind
 * that they expect, and what they pass over would never be checked.
 */
public final class DocumentInspector {
    private static final Set<String> DATA = Set.of("example", "examples", "default", "enum", "value", "dataValue");
    private static final Set<String> LISTS = Set.of("servers", "security", "parameters");
    /** Maps whose names authors choose, so that these are no keywords. */
    private static final Set<String> MAPS = Set.of(
            "paths",
            "webhooks",
            "responses",
            "parameters",
            "headers",
            "requestBodies",
            "callbacks",
            "pathItems",
            "additionalOperations",
            "securitySchemes",
            "content",
            "mediaTypes",
            "encoding",
            "variables");

    private static final Set<String> OBJECTS = Set.of("components", "requestBody", "info");

    private final Problems problems;
    private final SchemaInspector schemas;
    private final Set<Node> followed = new HashSet<>();
    private final Deque<Node> targets = new ArrayDeque<>();

    public DocumentInspector(OpenApiVersion version, Problems problems) {
        this.problems = problems;
        this.schemas = new SchemaInspector(version, problems);
    }

    public void inspect(Node root) {
        targets.add(root);
        while (!targets.isEmpty()) {
            walk(targets.remove());
        }
    }

    private void walk(Node node) {
        if (node.isReference()) {
            // Put off: a chain of references may be longer than the stack is deep.
            problems.resolve(node).filter(followed::add).ifPresent(targets::add);
            return;
        }
        node.forEachMember((name, member) -> member(node, name, member));
    }

    private void member(Node node, String name, Node member) {
        if (DATA.contains(name) || name.startsWith("x-")) {
            return;
        }
        boolean inComponents = "/components".equals(node.pointer());
        if ("schema".equals(name) || "itemSchema".equals(name)) {
            schemas.inspect(member);
        } else if (inComponents && "schemas".equals(name)) {
            named(name, member).values().forEach(schemas::inspect);
        } else if (LISTS.contains(name) && !inComponents) {
            listed(name, member);
        } else if ("links".equals(name)) {
            // What stands in a link is data, except that it may be a reference.
            named(name, member).values().forEach(problems::resolve);
        } else if (MAPS.contains(name)) {
            named(name, member).values().forEach(this::object);
        } else {
            if (OBJECTS.contains(name)) {
                expect(Kind.MAPPING, name, member);
            }
            walk(member);
            member.items().forEach(this::walk);
        }
    }

    private void listed(String name, Node list) {
        expect(Kind.LIST, name, list);
        list.items().forEach(this::object);
    }

    private Map<String, Node> named(String name, Node map) {
        expect(Kind.MAPPING, name, map);
        Map<String, Node> members = map.members();
        members.keySet().removeIf(key -> key.startsWith("x-") && !"headers".equals(name));
        return members;
    }

    private void object(Node node) {
        if (node.value().isNull()) {
            problems.warning(node, "nothing stands here, where a mapping is expected", "write {} if that is meant");
        } else if (!node.value().isObject()) {
            problems.unlike(
                    Kind.MAPPING, node, "a mapping is expected here, not " + SchemaInspector.excerpt(node.value()), "");
        }
        walk(node);
    }

    private void expect(Kind kind, String name, Node node) {
        if (!kind.fits(node.value())) {
            problems.unlike(
                    kind,
                    node,
                    "'" + name + "' must be " + kind + ", not " + SchemaInspector.excerpt(node.value()),
                    "");
        }
    }
}
