package plumbline.contract.swagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Translates path items and operations. */
final class OperationTranslator {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final Set<String> REPLACED = Set.of("parameters", "responses", "consumes", "produces", "schemes");

    private final Workshop workshop;
    private final Node root;
    private final ParameterTranslator parameters;
    private final BodyTranslator bodies;
    private final ResponseTranslator responses;

    OperationTranslator(Workshop workshop, Node root, SchemaTranslator schemas) {
        this.workshop = workshop;
        this.root = root;
        this.parameters = new ParameterTranslator(workshop, schemas);
        this.bodies = new BodyTranslator(workshop, schemas, parameters);
        this.responses = new ResponseTranslator(workshop, schemas, parameters);
    }

    /** {@return the path item that stands at a pointer of the translation} */
    JsonNode pathItem(Node unresolved, String pointer) {
        Node source = workshop.resolved(unresolved).orElse(unresolved);
        workshop.origin(pointer, source);
        if (!source.value().isObject()) {
            return source.value();
        }
        ObjectNode item = NODES.objectNode();
        List<Node> shared = resolved(source);
        source.members().forEach((name, member) -> {
            String here = Pointers.child(pointer, name);
            if (METHODS.contains(name)) {
                item.set(name, operation(member, shared, here));
            } else if (!"parameters".equals(name) || !member.value().isArray()) {
                item.set(name, member.value());
            }
        });
        plain(shared, item, pointer);
        return item;
    }

    private JsonNode operation(Node source, List<Node> shared, String pointer) {
        workshop.origin(pointer, source);
        if (!source.value().isObject()) {
            return source.value();
        }
        ObjectNode operation = NODES.objectNode();
        source.members().forEach((name, member) -> {
            if (!REPLACED.contains(name)
                    || "parameters".equals(name) && !member.value().isArray()) {
                operation.set(name, member.value());
            }
        });
        List<Node> own = resolved(source);
        plain(own, operation, pointer);
        body(own, shared, types(source, "consumes"), pointer + "/requestBody")
                .ifPresent(body -> operation.set("requestBody", body));
        source.get("responses").ifPresent(all -> operation.set("responses", responses(all, source, pointer)));
        return operation;
    }

    private JsonNode responses(Node all, Node operation, String pointer) {
        if (!all.value().isObject()) {
            return all.value();
        }
        List<String> produces = types(operation, "produces");
        ObjectNode translated = NODES.objectNode();
        all.members().forEach((status, unresolved) -> {
            String here = Pointers.child(pointer + "/responses", status);
            Node response = workshop.resolved(unresolved).orElse(unresolved);
            translated.set(status, responses.response(response, produces, here));
        });
        return translated;
    }

    private List<String> types(Node operation, String keyword) {
        List<Node> declared = operation.get(keyword).isPresent() ? operation.items(keyword) : root.items(keyword);
        List<String> types =
                declared.stream().map(type -> type.value().asString("")).toList();
        return types.isEmpty() ? List.of("*/*") : types;
    }

    private List<Node> resolved(Node holder) {
        List<Node> found = new ArrayList<>();
        holder.items("parameters").forEach(item -> workshop.resolved(item).ifPresent(found::add));
        return found;
    }

    /** Puts those into a holder that OpenAPI 3 still calls parameters. */
    private void plain(List<Node> all, ObjectNode holder, String pointer) {
        ArrayNode translated = NODES.arrayNode();
        for (Node parameter : all) {
            parameters.check(parameter);
            if (!isIn(parameter, "body") && !isIn(parameter, "formData")) {
                translated.add(
                        parameters.parameter(parameter, Pointers.child(pointer + "/parameters", translated.size())));
            }
        }
        if (!translated.isEmpty()) {
            holder.set("parameters", translated);
        }
    }

    private Optional<ObjectNode> body(List<Node> own, List<Node> shared, List<String> consumes, String pointer) {
        List<Node> all = new ArrayList<>(own);
        shared.stream()
                .filter(parameter -> own.stream().noneMatch(o -> replaces(o, parameter)))
                .forEach(all::add);
        List<Node> fields =
                all.stream().filter(parameter -> isIn(parameter, "formData")).toList();
        List<Node> whole =
                all.stream().filter(parameter -> isIn(parameter, "body")).toList();
        if (whole.size() > 1 || !whole.isEmpty() && !fields.isEmpty()) {
            workshop.error(
                    whole.get(whole.size() - 1),
                    "the operation describes its body twice",
                    "have one parameter 'in: body', or only such 'in: formData'");
        }
        if (!whole.isEmpty()) {
            return Optional.of(bodies.body(whole.get(0), consumes, pointer));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(bodies.form(fields, consumes, pointer));
    }

    private static boolean replaces(Node own, Node shared) {
        return isIn(own, "body") && isIn(shared, "body")
                || own.text("in").equals(shared.text("in")) && own.text("name").equals(shared.text("name"));
    }

    private static boolean isIn(Node parameter, String place) {
        return parameter.text("in").filter(place::equals).isPresent();
    }
}
