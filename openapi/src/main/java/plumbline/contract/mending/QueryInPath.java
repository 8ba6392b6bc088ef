package plumbline.contract.mending;

import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Topic;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.json.Pointers;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** A path that goes on with a query or a fragment, which no path of a request can. */
final class QueryInPath implements MendingRule {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    @Override
    public Optional<String> mend(Fault fault) {
        String path = fault.name();
        String plain = path.replaceFirst("[?#](?![^{]*}).*", "");
        boolean isMeant = fault.isAbout(Topic.PATH)
                && !fault.isError()
                && "/paths".equals(fault.parent())
                && fault.value().isObject()
                && !plain.equals(path);
        if (!isMeant) {
            return Optional.empty();
        }
        String query = path.substring(plain.length()).replaceFirst("#.*", "").replaceFirst("^\\?", "");
        fault.tree().change(fault.pointer(), item -> fix(query, item, fault.isInSwagger()));
        if (fault.tree().rename(fault.pointer(), plain)) {
            return Optional.of("it is served without that" + (query.isEmpty() ? "" : ", for this very query only"));
        }
        boolean isWhole = merge(fault, Pointers.child("/paths", plain));
        fault.tree().leaveOut(fault.pointer());
        return Optional.of(
                isWhole
                        ? "it is served together with the path that is the same without that"
                        : "methods that the path has without that are left out of it");
    }

    /** Moves the methods that the other path item lacks, and says whether these are all. */
    private static boolean merge(Fault fault, String other) {
        boolean isWhole = true;
        for (String method : METHODS) {
            String from = fault.pointer() + "/" + method;
            if (fault.tree().at(from).isPresent()) {
                fault.tree()
                        .change(
                                from,
                                operation -> fault.value()
                                        .path("parameters")
                                        .forEach(parameter -> declare(parameter, operation)));
                isWhole &= fault.tree().move(from, other + "/" + method);
            }
        }
        return isWhole;
    }

    private static void fix(String query, ObjectNode item, boolean isSwagger) {
        for (String pair : query.split("&", -1)) {
            int equal = pair.indexOf('=');
            if (equal > 0 && pair.indexOf('{') < 0) {
                ObjectNode parameter = JsonNodeFactory.instance
                        .objectNode()
                        .put("name", pair.substring(0, equal))
                        .put("in", "query")
                        .put("required", true);
                String value = pair.substring(equal + 1);
                (isSwagger ? parameter : parameter.putObject("schema"))
                        .put("type", "string")
                        .putArray("enum")
                        .add(PercentCoding.decode(value).orElse(value));
                declare(parameter, item);
            }
        }
    }

    /** Adds a parameter, unless the holder has one that overrides it. */
    private static void declare(JsonNode parameter, ObjectNode holder) {
        if (!(holder.get("parameters") instanceof ArrayNode)) {
            holder.putArray("parameters");
        }
        ArrayNode own = (ArrayNode) holder.path("parameters");
        boolean isOverridden = own.valueStream()
                .anyMatch(other -> other.path("name").equals(parameter.path("name"))
                        && other.path("in").equals(parameter.path("in"))
                        && other.path("$ref").equals(parameter.path("$ref")));
        if (!isOverridden) {
            own.add(parameter.deepCopy());
        }
    }
}
