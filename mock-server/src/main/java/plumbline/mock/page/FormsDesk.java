package plumbline.mock.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.operation.SecurityScheme;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.resources.Resource;
import plumbline.contract.resources.Resources;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.control.Call;
import plumbline.mock.control.Desk;

/** Tells what operations there are, by resource, and what can be filled into a request for each. */
public final class FormsDesk implements Desk {
    private final Contract contract;
    private final RequestSampler sampler;
    private final boolean isKeeping;
    private final Supplier<Optional<String>> refused;
    private @Nullable ObjectNode overview;

    /**
     * Makes a desk.
     *
     * @param isKeeping whether the mock remembers what it is told
     * @param refused tells what is wrong with the last change of the contract, if it is not served
     */
    public FormsDesk(Contract contract, Schemas schemas, boolean isKeeping, Supplier<Optional<String>> refused) {
        this.contract = contract;
        this.sampler = new RequestSampler(schemas);
        this.isKeeping = isKeeping;
        this.refused = refused;
    }

    @Override
    public Response answer(Call call) {
        if (call.is("GET", 0)) {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("refused", refused.get().orElse(null));
            return Call.shown(json.setAll(overview()));
        }
        return call.is("GET", 1)
                ? contract.operation(call.names().get(0))
                        .map(operation -> Call.shown(form(operation)))
                        .orElseGet(() -> call.unknown("/forms/{operationId}"))
                : call.unknown("/forms or /forms/{operationId}");
    }

    /** Resources of a large contract take a while to find, so that they are looked for once, when somebody looks at the page. */
    private synchronized ObjectNode overview() {
        ObjectNode known = overview;
        if (known == null) {
            known = overview(Resources.of(contract));
            overview = known;
        }
        return known;
    }

    private ObjectNode overview(Resources resources) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", contract.title());
        json.put("document", contract.documentName());
        json.put("keeping", isKeeping);
        ArrayNode list = json.putArray("operations");
        for (Operation operation : contract.operations()) {
            ObjectNode row = list.addObject();
            row.put("id", operation.id());
            row.put("method", operation.method());
            row.put("path", operation.template().toString());
            row.put("summary", operation.description().summary());
            row.put("deprecated", operation.description().deprecated());
            row.put("group", group(operation, resources));
        }
        return json;
    }

    private static String group(Operation operation, Resources resources) {
        return resources.with(operation).stream()
                .findFirst()
                .map(Resource::path)
                .or(() -> operation.description().tags().stream().findFirst())
                .orElse("Other");
    }

    private ObjectNode form(Operation operation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", operation.id());
        json.put("place", operation.node().place().position());
        json.put("base", operation.basePaths().get(0));
        json.put("path", operation.template().toString());
        json.put("method", operation.method());
        ArrayNode parameters = json.putArray("parameters");
        operation.parameters().forEach(parameter -> parameters.add(field(parameter)));
        @Nullable RequestBodySpec body = operation.body();
        if (body != null) {
            ArrayNode fields = json.putArray("fields");
            body.content().stream()
                    .filter(content -> content.mediaType().isJson())
                    .findFirst()
                    .map(MediaTypeSpec::schema)
                    .map(SchemaShape::of)
                    .ifPresent(shape -> shape.propertyNames()
                            .forEach(name -> shape.property(name)
                                    .ifPresent(property -> fields.add(field(name, shape.requires(name), property)))));
        }
        json.set("credentials", credentials(operation));
        json.set("sample", sample(operation));
        ArrayNode responses = json.putArray("responses");
        operation.responses().forEach(response -> responses.add(response(response)));
        return json;
    }

    private static ObjectNode field(Parameter parameter) {
        ObjectNode json = parameter
                .valueSchema()
                .map(schema -> field(parameter.name(), parameter.required(), schema))
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("name", parameter.name()));
        json.put("in", parameter.in().toString());
        json.put("required", parameter.required());
        json.put("description", parameter.node().text("description").orElse(""));
        json.put("place", parameter.node().place().position());
        return json;
    }

    private static ObjectNode field(String name, boolean isRequired, Schema schema) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", name);
        json.put("required", isRequired);
        SchemaShape shape = SchemaShape.of(schema);
        if (shape.isDeclared()) {
            ArrayNode types = json.putArray("types");
            shape.types().forEach(type -> types.add(type.toString()));
        }
        for (String keyword : List.of("enum", "format", "minimum", "maximum", "readOnly", "description", "pattern")) {
            schema.node().resolved().get(keyword).ifPresent(node -> json.set(keyword, node.value()));
        }
        return json;
    }

    /** The headers with credentials that any mock is content with. */
    private static ArrayNode credentials(Operation operation) {
        ArrayNode headers = JsonNodeFactory.instance.arrayNode();
        if (!operation.isOpen()) {
            for (SecurityScheme scheme : operation.security().get(0).schemes()) {
                switch (scheme.kind()) {
                    case BASIC -> headers.addArray().add("Authorization").add("Basic Y2xpZW50OnNlY3JldA==");
                    case API_KEY -> {
                        if (scheme.in() == Parameter.In.HEADER) {
                            headers.addArray().add(scheme.parameter()).add("secret");
                        }
                    }
                    case MUTUAL_TLS -> {}
                    default -> headers.addArray().add("Authorization").add(scheme.httpScheme() + " secret");
                }
            }
        }
        return headers;
    }

    private ObjectNode sample(Operation operation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Optional<Request> sample = sampled(operation);
        json.put("path", sample.map(Request::path).orElse(operation.template().toString()));
        json.put("query", sample.map(Request::query).orElse(""));
        ObjectNode headers = json.putObject("headers");
        sample.ifPresent(request -> request.headers().forEach(line -> headers.put(line.name(), line.value())));
        json.put(
                "body",
                sample.map(request -> new String(request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                        .orElse(""));
        return json;
    }

    private Optional<Request> sampled(Operation operation) {
        try {
            return Optional.of(sampler.sample(operation, "", Map.of(), 0));
        } catch (UnsatisfiableException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode response(ResponseSpec response) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", response.key());
        json.put("description", response.node().text("description").orElse(""));
        ArrayNode examples = json.putArray("examples");
        response.content().stream()
                .flatMap(content -> content.examples().stream())
                .map(Example::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .forEach(examples::add);
        return json;
    }
}
