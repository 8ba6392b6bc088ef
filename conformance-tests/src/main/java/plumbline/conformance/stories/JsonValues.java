package plumbline.conformance.stories;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.Success;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;

/** Compares values that should be the same though they are written by different hands. */
final class JsonValues {
    private JsonValues() {}

    /** {@return the body of an answer that brings what was asked for, if it is an object} */
    static Optional<JsonNode> object(Optional<Response> response) {
        return response.filter(JsonValues::hasContent).flatMap(JsonValues::json).filter(JsonNode::isObject);
    }

    static boolean hasContent(Response response) {
        return Success.hasContent(response.status());
    }

    static Optional<JsonNode> json(Response response) {
        boolean isJson = response.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .filter(MediaType::isJson)
                .isPresent();
        if (!isJson) {
            return Optional.empty();
        }
        return Json.readIfValid(response.body().bytes());
    }

    /** {@return whether both mean the same: numbers by value, times by instant, objects by what the first one says} */
    static boolean same(JsonNode first, JsonNode second) {
        if (first.isNumber() && second.isNumber()) {
            return first.decimalValue().compareTo(second.decimalValue()) == 0;
        }
        if (first.isString() && second.isString()) {
            return first.equals(second) || isSameTime(first.stringValue(), second.stringValue());
        }
        if (first.isObject() && second.isObject()) {
            return first.propertyNames().stream()
                    .allMatch(name -> !second.has(name) || same(first.path(name), second.path(name)));
        }
        if (first.isArray() && second.isArray() && first.size() == second.size()) {
            for (int i = 0; i < first.size(); i++) {
                if (!same(first.get(i), second.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return first.equals(second);
    }

    /** {@return whether a value is a moment, which servers set when something happens} */
    static boolean isTime(JsonNode value) {
        return value.isString() && isSameTime(value.stringValue(), value.stringValue());
    }

    private static boolean isSameTime(String first, String second) {
        try {
            return OffsetDateTime.parse(first)
                    .toInstant()
                    .equals(OffsetDateTime.parse(second).toInstant());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** {@return the names of properties that both have, with values that are not the same} */
    static List<String> differing(JsonNode first, JsonNode second) {
        List<String> names = new ArrayList<>();
        for (String name : first.propertyNames()) {
            if (second.has(name) && !same(first.path(name), second.path(name))) {
                names.add(name);
            }
        }
        return names;
    }

    /** {@return the properties that a schema, in any of its parts, marks so} */
    static Set<String> marked(Schema schema, String mark) {
        Set<String> names = new LinkedHashSet<>();
        collect(schema.node(), mark, names, new LinkedHashSet<>());
        return names;
    }

    /** {@return the properties that a schema names in any of its parts} */
    static Set<String> declared(Schema schema) {
        Set<String> names = new LinkedHashSet<>();
        collect(schema.node(), "", names, new LinkedHashSet<>());
        return names;
    }

    private static void collect(Node unresolved, String mark, Set<String> names, Set<Node> seen) {
        Node schema = unresolved.resolved();
        if (!seen.add(schema)) {
            return;
        }
        schema.members("properties").forEach((name, property) -> {
            if (mark.isEmpty() || property.flag(mark) || property.resolved().flag(mark)) {
                names.add(name);
            }
        });
        for (String keyword : List.of("allOf", "oneOf", "anyOf")) {
            schema.items(keyword).forEach(part -> collect(part, mark, names, seen));
        }
    }
}
