package plumbline.conformance.random;

import java.util.ArrayList;
import java.util.List;

/** Operations that are about no resource, with parameters and bodies of every form; written as JSON. */
final class RandomServices {
    private static final List<String> STYLES = List.of(
            "\"in\": \"query\"",
            "\"in\": \"query\", \"style\": \"form\", \"explode\": false",
            "\"in\": \"query\", \"style\": \"spaceDelimited\", \"explode\": false",
            "\"in\": \"query\", \"style\": \"pipeDelimited\", \"explode\": false",
            "\"in\": \"header\"",
            "\"in\": \"header\", \"explode\": true",
            "\"in\": \"cookie\", \"explode\": false");
    private static final List<String> PATH_STYLES = List.of(
            "", "", ", \"style\": \"label\"", ", \"style\": \"matrix\"", ", \"style\": \"matrix\", \"explode\": true");

    private final Choosing choosing;
    private final RandomShapes shapes;
    private final RandomErrors errors;

    RandomServices(Choosing choosing, RandomErrors errors) {
        this.choosing = choosing;
        this.shapes = new RandomShapes(choosing);
        this.errors = errors;
    }

    /** {@return a path with an operation on it} */
    String path(int number) {
        String name = choosing.any("search", "status", "convert", "report", "estimate") + number;
        boolean isRead = choosing.inOneOf(2);
        List<String> parameters = new ArrayList<>();
        String path = "/" + name;
        if (choosing.inOneOf(3)) {
            path += "/{way}";
            parameters.add(
                    "{\"name\": \"way\", \"in\": \"path\", \"required\": true%s, \"schema\": %s}"
                            .formatted(
                                    choosing.any(PATH_STYLES),
                                    choosing.any(
                                            "{\"type\": \"string\", \"enum\": [\"up\", \"down\"]}",
                                            "{\"type\": \"array\", \"items\": {\"type\": \"integer\"}, \"minItems\": 1, \"maxItems\": 3}")));
        }
        for (int i = choosing.below(4); i > 0; i--) {
            parameters.add(parameter("p" + i));
        }
        String body = isRead ? "" : "\"requestBody\": {\"required\": %s, %s}, ".formatted(choosing.inOneOf(2), sent());
        return "\"%s\": {\"%s\": {\"operationId\": \"%s\", \"parameters\": [%s], %s\"responses\": {%s%s}}}"
                .formatted(
                        path,
                        isRead ? "get" : "post",
                        name,
                        String.join(", ", parameters),
                        body,
                        answered(isRead),
                        errors.of());
    }

    private String parameter(String name) {
        String required = choosing.inOneOf(3) ? "\"required\": true, " : "";
        if (choosing.inOneOf(6)) {
            return ("{\"name\": \"%s\", %s\"in\": \"query\", \"style\": \"deepObject\", \"explode\": true, \"schema\": {\"type\": \"object\","
                            + " \"additionalProperties\": false, \"properties\": {\"from\": {\"type\": \"integer\"}, \"to\": {\"type\": \"integer\"}}}}")
                    .formatted(name, required);
        }
        if (choosing.inOneOf(6)) {
            return "{\"name\": \"%s\", %s\"in\": \"query\", \"content\": {\"application/json\": {\"schema\": %s}}}"
                    .formatted(name, required, shapes.value(2));
        }
        if (choosing.inOneOf(2)) {
            return "{\"name\": \"%s\", %s\"in\": \"%s\", \"schema\": %s}"
                    .formatted(
                            choosing.inOneOf(2) ? "X-" + name : name,
                            required,
                            choosing.any("query", "header", "cookie"),
                            shapes.scalar());
        }
        return "{\"name\": \"%s\", %s%s, \"schema\": {\"type\": \"array\", \"minItems\": 1, \"maxItems\": 4, \"items\": %s}}"
                .formatted(
                        name,
                        required,
                        choosing.any(STYLES),
                        choosing.any(
                                "{\"type\": \"integer\"}",
                                "{\"type\": \"boolean\"}",
                                "{\"type\": \"string\", \"enum\": [\"red\", \"dark-blue\"]}"));
    }

    private String sent() {
        return switch (choosing.below(6)) {
            case 0 -> content("application/x-www-form-urlencoded", form());
            case 1 -> content("multipart/form-data", upload());
            case 2 -> content("text/plain", "{\"type\": \"string\", \"minLength\": 1}");
            case 3 -> content("application/octet-stream", octets());
            default -> content("application/json", shapes.value(1));
        };
    }

    private String form() {
        return "{\"type\": \"object\", \"required\": [\"name\"], \"properties\": {\"name\": {\"type\": \"string\", \"minLength\": 1}, \"count\": {\"type\": \"integer\"},"
                + " \"tags\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}}}}";
    }

    private String upload() {
        return "{\"type\": \"object\", \"required\": [\"file\"], \"properties\": {\"file\": %s, \"about\": {\"type\": \"string\"}}}"
                .formatted(octets());
    }

    private String octets() {
        return choosing.is31() ? "{}" : "{\"type\": \"string\", \"format\": \"binary\"}";
    }

    private static String content(String mediaType, String schema) {
        return "\"content\": {\"%s\": {\"schema\": %s}}".formatted(mediaType, schema);
    }

    private String answered(boolean isRead) {
        String headers = choosing.any(
                "",
                "",
                ", \"headers\": {\"X-Request-Id\": {\"required\": true, \"schema\": {\"type\": \"string\", \"format\": \"uuid\"}}}",
                ", \"headers\": {\"X-Rates\": {\"schema\": {\"type\": \"array\", \"items\": {\"type\": \"integer\"}, \"minItems\": 2}}}",
                ", \"headers\": {\"Cache-Control\": {\"schema\": {\"type\": \"string\"}}, \"X-Flag\": {\"schema\": {\"type\": \"boolean\"}}}");
        if (!isRead && choosing.inOneOf(4)) {
            return "\"%s\": {\"description\": \"Done.\"%s}".formatted(choosing.any("202", "204"), headers);
        }
        String content = switch (choosing.below(7)) {
            case 0 -> content("text/plain", shapes.text());
            case 1 -> content("text/csv", "{\"type\": \"string\"}");
            case 2 -> content("image/png", octets());
            case 3 ->
                "\"content\": {\"application/json\": {\"schema\": %s}, \"application/xml\": {\"schema\": %s}}"
                        .formatted(shapes.value(1), rows());
            case 4 ->
                "\"content\": {\"application/json\": {\"schema\": %s, \"examples\": {\"few\": {\"value\": {\"row\": []}}, \"more\": {\"value\": {\"row\": [{\"at\": 7}]}}}}}"
                        .formatted(rows());
            default -> content("application/json", shapes.value(0));
        };
        return "\"%s\": {\"description\": \"Here it is.\"%s, %s}"
                .formatted(choosing.any("200", "200", "2XX"), headers, content);
    }

    private String rows() {
        return "{\"type\": \"object\", \"xml\": {\"name\": \"rows\"}, \"required\": [\"row\"], \"properties\": {\"row\": {\"type\": \"array\", \"items\": {\"type\": \"object\","
                + " \"properties\": {\"at\": {\"type\": \"integer\", \"xml\": {\"attribute\": true}}}}}}}";
    }
}
