package plumbline.conformance.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A resource with some of the operations that resources have, perhaps below another; written as JSON. */
final class RandomResource {
    private record Identity(String member, String schema, boolean isGiven) {}

    private final Choosing choosing;
    private final RandomShapes shapes;
    private final RandomErrors errors;
    private final String noun;
    private final String type;
    private final String variable;
    private final Identity identity;
    private final String collection;
    private final List<String> above;
    private final Map<String, String> filters = new LinkedHashMap<>();
    private final String json;

    RandomResource(Choosing choosing, RandomErrors errors, String noun, String parentPath, List<String> above) {
        this.choosing = choosing;
        this.shapes = new RandomShapes(choosing);
        this.errors = errors;
        this.noun = noun;
        this.type = Character.toUpperCase(noun.charAt(0)) + noun.substring(1);
        this.identity = identity();
        this.variable = above.isEmpty() && choosing.inOneOf(3) ? identity.member() : noun + choosing.any("Id", "_id");
        this.collection = parentPath + "/" + noun + "s";
        this.above = above;
        this.json =
                choosing.any("application/json", "application/json", "application/json", "application/vnd.shop+json");
    }

    private Identity identity() {
        return switch (choosing.below(5)) {
            case 0 -> new Identity("id", "{\"type\": \"integer\", \"format\": \"int64\", \"minimum\": 1}", false);
            case 1 -> new Identity("id", "{\"type\": \"string\", \"format\": \"uuid\"}", false);
            case 2 ->
                new Identity("id", "{\"type\": \"string\", \"pattern\": \"^%s_[a-z0-9]{8}$\"}".formatted(noun), false);
            case 3 -> new Identity(noun + "Id", "{\"type\": \"string\"}", false);
            default -> new Identity("code", "{\"type\": \"string\", \"pattern\": \"^[A-Z]{2}[0-9]{4}$\"}", true);
        };
    }

    String itemPath() {
        return collection + "/{" + variable + "}";
    }

    /** {@return the parameters of paths below an item} */
    List<String> parametersBelow() {
        List<String> all = new ArrayList<>(above);
        all.add("{\"name\": \"%s\", \"in\": \"path\", \"required\": true, \"schema\": %s}"
                .formatted(variable, identity.schema()));
        return all;
    }

    /** {@return the schemas of what is sent and of what is shown} */
    String schemas() {
        List<String> members = new ArrayList<>();
        List<String> required = new ArrayList<>();
        for (int i = choosing.below(5) + 1; i > 0; i--) {
            boolean isScalar = choosing.inOneOf(2);
            String name = choosing.any("name", "size", "price", "active", "note", "label", "detail", "parts") + i;
            String schema = isScalar ? shapes.scalar() : shapes.value(1);
            members.add("\"%s\": %s".formatted(name, schema));
            if (choosing.inOneOf(2)) {
                required.add("\"" + name + "\"");
            }
            if (isScalar) {
                filters.put(name, schema);
            }
        }
        String id = "\"%s\": %s".formatted(identity.member(), identity.schema());
        String idName = "\"" + identity.member() + "\"";
        if (identity.isGiven()) {
            members.add(id);
            required.add(idName);
            return same(members, required);
        }
        return choosing.inOneOf(2) ? readOnly(members, required, id, idName) : apart(members, required, id, idName);
    }

    private String same(List<String> members, List<String> required) {
        return "\"%s\": %s, \"New%s\": {\"$ref\": \"#/components/schemas/%s\"}"
                .formatted(type, object(members, required), type, type);
    }

    private String readOnly(List<String> members, List<String> required, String id, String idName) {
        List<String> all = new ArrayList<>(members);
        all.add(id.replaceFirst("\\{\"type\"", "{\"readOnly\": true, \"type\""));
        if (choosing.inOneOf(2)) {
            all.add("\"createdAt\": {\"type\": \"string\", \"format\": \"date-time\", \"readOnly\": true}");
        }
        List<String> needed = new ArrayList<>(required);
        needed.add(idName);
        return same(all, needed);
    }

    private String apart(List<String> members, List<String> required, String id, String idName) {
        String sent = object(members, required);
        if (choosing.inOneOf(2)) {
            String open = sent.replace(", \"additionalProperties\": false", "");
            return ("\"New%s\": %s, \"%s\": {\"allOf\": [{\"$ref\": \"#/components/schemas/New%s\"}, {\"type\": \"object\","
                            + " \"properties\": {%s}, \"required\": [%s]}]}")
                    .formatted(type, open, type, type, id, idName);
        }
        List<String> all = new ArrayList<>(members);
        all.add(id);
        List<String> needed = new ArrayList<>(required);
        needed.add(idName);
        return "\"New%s\": %s, \"%s\": %s".formatted(type, sent, type, object(all, needed));
    }

    private String object(List<String> members, List<String> required) {
        String closed = choosing.inOneOf(4) ? ", \"additionalProperties\": false" : "";
        return "{\"type\": \"object\", \"properties\": {%s}%s%s}"
                .formatted(String.join(", ", members), RandomShapes.required(required), closed);
    }

    /**
     * {@return the paths of the resource, with the operations on it}
     *
     * @param isListed whether its items must be listed
     */
    List<String> paths(boolean isListed) {
        boolean creates = !choosing.inOneOf(5);
        boolean lists = isListed || !creates || !choosing.inOneOf(5);
        List<String> onAll = new ArrayList<>();
        if (lists) {
            onAll.add(list());
        }
        if (creates) {
            onAll.add(create());
        }
        List<String> onOne = new ArrayList<>(List.of(read()));
        // The suite changes and removes nothing but what it has created.
        if (creates && choosing.inOneOf(2)) {
            onOne.add(change("put", "replace", json));
        }
        if (creates && choosing.inOneOf(2)) {
            onOne.add(change("patch", "change", choosing.any("application/merge-patch+json", json)));
        }
        if (creates && !choosing.inOneOf(3)) {
            onOne.add(remove());
        }
        return List.of(path(collection, above, onAll), path(itemPath(), parametersBelow(), onOne));
    }

    static String path(String path, List<String> parameters, List<String> operations) {
        String shared = parameters.isEmpty() ? "" : "\"parameters\": [%s], ".formatted(String.join(", ", parameters));
        return "\"%s\": {%s%s}".formatted(path, shared, String.join(", ", operations));
    }

    private String operation(String method, String verb, String rest) {
        return "\"%s\": {\"operationId\": \"%s%s\", %s}".formatted(method, verb, type, rest);
    }

    private String content(String mediaType, String schema) {
        return "\"content\": {\"%s\": {\"schema\": %s}}".formatted(mediaType, schema);
    }

    private String item() {
        return content(json, "{\"$ref\": \"#/components/schemas/%s\"}".formatted(type));
    }

    private String sent(String mediaType) {
        return "\"requestBody\": {\"required\": true, %s}"
                .formatted(content(mediaType, "{\"$ref\": \"#/components/schemas/New%s\"}".formatted(type)));
    }

    private String notFound() {
        return choosing.inOneOf(6) ? "410" : "404";
    }

    private String list() {
        String items = "{\"type\": \"array\", \"items\": {\"$ref\": \"#/components/schemas/%s\"}}".formatted(type);
        String shown = choosing.any(
                items,
                "{\"type\": \"object\", \"required\": [\"items\", \"total\"], \"properties\": {\"items\": %s, \"total\": {\"type\": \"integer\"}}}"
                        .formatted(items),
                "{\"type\": \"object\", \"required\": [\"data\"], \"properties\": {\"data\": %s, \"has_more\": {\"type\": \"boolean\"}, \"next_cursor\": {\"type\": \"string\"}}}"
                        .formatted(items),
                "{\"type\": \"object\", \"required\": [\"results\", \"count\"], \"properties\": {\"results\": %s, \"count\": {\"type\": \"integer\", \"minimum\": 0}, \"next\": {\"type\": \"string\", \"format\": \"uri-reference\"}}}"
                        .formatted(items));
        String headers = choosing.any(
                "",
                ", \"headers\": {\"X-Total-Count\": {\"schema\": {\"type\": \"integer\"}}}",
                ", \"headers\": {\"Link\": {\"required\": false, \"schema\": {\"type\": \"string\"}}, \"X-RateLimit-Remaining\": {\"required\": true, \"schema\": {\"type\": \"integer\"}}}");
        return operation(
                "get",
                "list",
                "\"parameters\": [%s], \"responses\": {\"200\": {\"description\": \"All.\"%s, %s}%s}"
                        .formatted(
                                String.join(", ", wishes()),
                                headers,
                                content(json, shown),
                                above.isEmpty() ? errors.of() : errors.of(notFound())));
    }

    private List<String> wishes() {
        List<String> wishes = new ArrayList<>();
        String page =
                "{\"name\": \"%s\", \"in\": \"query\", \"schema\": {\"type\": \"integer\", \"minimum\": %d, \"maximum\": %d}}";
        switch (choosing.below(4)) {
            case 0 -> {
                wishes.add(page.formatted("limit", 1, 100));
                wishes.add(page.formatted("offset", 0, 10_000));
            }
            case 1 -> {
                wishes.add(page.formatted("page", 1, 1000));
                wishes.add(page.formatted("per_page", 1, 50));
            }
            case 2 -> {
                wishes.add(page.formatted("limit", 1, 20));
                wishes.add("{\"name\": \"cursor\", \"in\": \"query\", \"schema\": {\"type\": \"string\"}}");
            }
            default -> {}
        }
        filters.forEach((name, schema) -> {
            if (choosing.inOneOf(3)) {
                wishes.add("{\"name\": \"%s\", \"in\": \"query\", \"schema\": %s}".formatted(name, schema));
            }
        });
        if (choosing.inOneOf(4)) {
            wishes.add(
                    "{\"name\": \"sort\", \"in\": \"query\", \"schema\": {\"type\": \"string\", \"enum\": [\"%s\", \"-%s\"]}}"
                            .formatted(identity.member(), identity.member()));
        }
        return wishes;
    }

    private String create() {
        String location =
                "\"headers\": {\"Location\": {\"schema\": {\"type\": \"string\", \"format\": \"uri-reference\"}}}";
        String created = choosing.any(
                "\"201\": {\"description\": \"Created.\", %s}".formatted(item()),
                "\"201\": {\"description\": \"Created.\", %s, %s}".formatted(location, item()),
                "\"201\": {\"description\": \"Created.\", %s}".formatted(location),
                "\"200\": {\"description\": \"Created.\", %s}".formatted(item()));
        List<String> refusals = new ArrayList<>();
        if (!above.isEmpty()) {
            refusals.add("404");
        }
        if (identity.isGiven()) {
            refusals.add("409");
        }
        return operation(
                "post",
                "create",
                "%s, \"responses\": {%s%s}".formatted(sent(json), created, errors.of(refusals.toArray(String[]::new))));
    }

    private String read() {
        boolean isTagged = choosing.inOneOf(4);
        return operation(
                "get",
                "read",
                "\"responses\": {\"200\": {\"description\": \"One.\"%s, %s}%s}"
                        .formatted(
                                isTagged ? ", \"headers\": {\"ETag\": {\"schema\": {\"type\": \"string\"}}}" : "",
                                item(),
                                isTagged ? errors.of(notFound(), "304") : errors.of(notFound())));
    }

    private String change(String method, String verb, String mediaType) {
        String done = choosing.inOneOf(3)
                ? "\"204\": {\"description\": \"Done.\"}"
                : "\"200\": {\"description\": \"Done.\", %s}".formatted(item());
        boolean isGuarded = choosing.inOneOf(5);
        String guard = isGuarded
                ? "\"parameters\": [{\"name\": \"If-Match\", \"in\": \"header\", \"schema\": {\"type\": \"string\"}}], "
                : "";
        String sent = method.equals("patch")
                ? "\"requestBody\": {\"required\": true, %s}".formatted(content(mediaType, "{\"type\": \"object\"}"))
                : sent(mediaType);
        return operation(
                method,
                verb,
                "%s%s, \"responses\": {%s%s}"
                        .formatted(
                                guard, sent, done, isGuarded ? errors.of(notFound(), "412") : errors.of(notFound())));
    }

    private String remove() {
        String done = choosing.any(
                "\"204\": {\"description\": \"Gone.\"}",
                "\"204\": {\"description\": \"Gone.\"}",
                "\"200\": {\"description\": \"Gone.\", %s}".formatted(item()));
        return operation("delete", "remove", "\"responses\": {%s%s}".formatted(done, errors.of(notFound())));
    }
}
