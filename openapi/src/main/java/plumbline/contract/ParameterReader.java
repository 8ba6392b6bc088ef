package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.inspection.Problems;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.PathTemplate;
import plumbline.contract.operation.Schema;
import plumbline.contract.operation.Style;

/** Reads parameter and header objects. */
final class ParameterReader {
    /** Headers that OpenAPI describes elsewhere, so that parameters of these names are ignored. */
    private static final Set<String> DESCRIBED_ELSEWHERE = Set.of("accept", "content-type", "authorization");

    /** Headers by which a message is carried: whoever sends it can give them no other value (RFC 9110, sections 7 and 8.6). */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final ReaderContext context;
    private final Problems problems;
    private final ContentReader content;

    ParameterReader(ReaderContext context, ContentReader content) {
        this.context = context;
        this.problems = context.problems().about(Topic.PARAMETER);
        this.content = content;
    }

    List<Parameter> readAll(Node holder) {
        List<Parameter> parameters = new ArrayList<>();
        for (Node item : holder.items("parameters")) {
            context.problems()
                    .resolve(item)
                    .filter(node -> node.value().isObject())
                    .flatMap(this::read)
                    .ifPresent(parameter -> add(parameters, parameter, item));
        }
        return parameters;
    }

    private void add(List<Parameter> parameters, Parameter parameter, Node item) {
        if (parameters.stream().anyMatch(other -> other.in() == parameter.in() && other.isNamed(parameter.name()))) {
            problems.error(
                    item,
                    "the parameter '" + parameter.name() + "' in " + parameter.in() + " is declared twice",
                    "remove one of them");
        }
        parameters.add(parameter);
    }

    Optional<Parameter> read(Node node) {
        Optional<String> name = node.text("name");
        Optional<Parameter.In> in = node.text("in")
                .flatMap(Parameter.In::parse)
                .filter(place -> place != Parameter.In.QUERYSTRING || context.version() == OpenApiVersion.V3_2);
        if (name.isEmpty()) {
            problems.error(node, "the parameter has no name", "add 'name:'");
        }
        if (in.isEmpty()) {
            nowhere(node);
        }
        if (name.isEmpty() || in.isEmpty()) {
            return Optional.empty();
        }
        if (in.get() == Parameter.In.HEADER && isPassedOver(node, name.get())) {
            return Optional.empty();
        }
        String known = in.get() == Parameter.In.PATH ? PathTemplate.name(name.get()) : name.get();
        return Optional.of(parameter(node, known, in.get()));
    }

    private boolean isPassedOver(Node header, String name) {
        String known = name.toLowerCase(Locale.ROOT);
        if (DESCRIBED_ELSEWHERE.contains(known)) {
            problems.warning(
                    header,
                    "a header parameter called " + name + " is ignored by OpenAPI",
                    "describe it by security schemes and media types");
        } else if (OF_THE_CONNECTION.contains(known)) {
            problems.warning(
                    header,
                    "the header parameter " + name + " is not checked: it says how HTTP carries the message",
                    "remove it, as clients send it by themselves");
        } else if (name.isBlank()) {
            problems.warning(header, "a header parameter without a name is ignored", "give it a name, or remove it");
        } else {
            return false;
        }
        return true;
    }

    private void nowhere(Node node) {
        List<String> places = new ArrayList<>(List.of("path", "query", "header", "cookie"));
        if (context.version() == OpenApiVersion.V3_2) {
            places.add("querystring");
        }
        String said = node.text("in").orElse("");
        String hint = switch (said) {
            case "body" -> "describe the body by 'requestBody', since this is OpenAPI 3";
            case "formData" ->
                "describe the form by 'requestBody', as application/x-www-form-urlencoded or multipart/form-data";
            default -> "write 'in:' with one of " + String.join(", ", places);
        };
        problems.error(
                node,
                said.isEmpty()
                        ? "the parameter says not where it is sent"
                        : "the parameter cannot be sent in '" + said + "'",
                hint);
    }

    Parameter header(String name, Node node) {
        return parameter(node, name, Parameter.In.HEADER);
    }

    /** A parameter that is the whole query stands alone, and only a media type can describe it. */
    void checkQueries(List<Parameter> parameters) {
        List<Parameter> whole = parameters.stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERYSTRING)
                .toList();
        boolean isShared = parameters.stream().anyMatch(parameter -> parameter.in() == Parameter.In.QUERY);
        for (Parameter parameter : whole) {
            if (isShared || whole.size() > 1) {
                problems.error(
                        parameter.node(),
                        "the parameter '" + parameter.name() + "' is the whole query, beside which others stand",
                        "describe them as properties of this one");
            }
            if (parameter.content() == null) {
                problems.error(
                        parameter.node(),
                        "the parameter '" + parameter.name() + "' in querystring has no 'content'",
                        "put its schema under a media type, such as application/x-www-form-urlencoded");
            }
        }
    }

    private Parameter parameter(Node node, String name, Parameter.In in) {
        boolean required = node.flag("required") || in == Parameter.In.PATH;
        if (in == Parameter.In.PATH && !node.flag("required")) {
            problems.about(Topic.PATH_PARAMETER)
                    .warning(
                            node,
                            "the path parameter '" + name + "' is not 'required: true'",
                            "add that; it always is");
        }
        List<MediaTypeSpec> media = node.get("content").isPresent() ? content.read(node) : List.of();
        @Nullable Schema schema = node.get("schema").map(context::schema).orElse(null);
        if (schema == null && media.isEmpty()) {
            problems.warning(node, "nothing describes the value of '" + name + "'", "add 'schema:' to have it checked");
        }
        return new Parameter(
                name,
                in,
                required,
                layout(node, in),
                schema,
                media.isEmpty() ? null : media.get(0),
                new ExampleReader(context, null).read(node, Optional.ofNullable(schema)),
                node);
    }

    Parameter.Layout layout(Node node, Parameter.In in) {
        Style style = style(node, in);
        boolean exploded = node.get("explode").isPresent()
                ? node.flag("explode")
                : style == Style.FORM || style == Style.DEEP_OBJECT || style == Style.COOKIE;
        return new Parameter.Layout(style, exploded, node.flag("allowReserved"), node.flag("allowEmptyValue"));
    }

    private Style style(Node node, Parameter.In in) {
        Style fallback = in == Parameter.In.PATH || in == Parameter.In.HEADER ? Style.SIMPLE : Style.FORM;
        Optional<Node> declared = node.get("style");
        if (declared.isEmpty()) {
            return fallback;
        }
        Set<Style> possible = POSSIBLE.getOrDefault(in, Set.of());
        Optional<Style> style = Style.parse(declared.get().value().asString("")).filter(possible::contains);
        if (style.isEmpty()) {
            problems.error(
                    declared.get(),
                    "the style " + declared.get().value() + " cannot be used in: " + in,
                    "use one of "
                            + possible.stream().map(Style::toString).sorted().toList());
        }
        return style.orElse(fallback);
    }

    private static final Map<Parameter.In, Set<Style>> POSSIBLE = Map.of(
            Parameter.In.PATH, Set.of(Style.SIMPLE, Style.LABEL, Style.MATRIX),
            Parameter.In.HEADER, Set.of(Style.SIMPLE),
            Parameter.In.COOKIE, Set.of(Style.FORM, Style.COOKIE),
            Parameter.In.QUERY, Set.of(Style.FORM, Style.SPACE_DELIMITED, Style.PIPE_DELIMITED, Style.DEEP_OBJECT));
}
