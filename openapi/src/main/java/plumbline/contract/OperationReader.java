package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;
import plumbline.contract.operation.Components;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.PathTemplate;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.json.jackson.databind.JsonNode;

/** Reads operation objects. */
final class OperationReader {
    private final ReaderContext context;
    private final ParameterReader parameters;
    private final ContentReader content;
    private final ResponseReader responses;
    private final SecurityReader security;
    private final ServerReader servers;

    OperationReader(ReaderContext context) {
        this.context = context;
        this.content = new ContentReader(context);
        this.parameters = new ParameterReader(context, content);
        this.responses = new ResponseReader(context, content, parameters);
        this.security = new SecurityReader(context);
        this.servers = new ServerReader(context);
    }

    /**
     * Where an operation stands.
     *
     * @param path the path template
     * @param method the method as it is sent
     * @param pathItem the path item
     * @param node the operation object
     */
    record Site(String path, String method, Node pathItem, Node node) {}

    /** {@return whether path items may have methods that OpenAPI does not name, which they may since 3.2} */
    boolean knowsAdditionalOperations() {
        return context.version() == OpenApiVersion.V3_2;
    }

    Optional<Operation> read(Site site) {
        Node node = site.node();
        if (!node.value().isObject()) {
            context.problems().error(node, "the operation is no mapping", "put 'responses:' under it");
            return Optional.empty();
        }
        if (node.isReference() && node.get("responses").isEmpty()) {
            context.problems()
                    .error(
                            node,
                            "the operation is a reference, which OpenAPI allows for whole path items only",
                            "write the operation itself here");
            return Optional.empty();
        }
        String method = site.method();
        PathTemplate template = new PathTemplate(site.path());
        return Optional.of(new Operation(
                node.text("operationId").orElse(method + " " + site.path()),
                method,
                template,
                servers.basePaths(site.pathItem(), node),
                parameters(site, template),
                node.get("requestBody")
                        .flatMap(context.problems()::resolve)
                        .map(this::body)
                        .orElse(null),
                responses.read(node),
                security.requirements(node),
                description(node),
                node));
    }

    /** {@return what operations may refer to, as far as it can be read} */
    Components components() {
        return new Components(
                component("parameters", (name, node) -> parameters.read(node)).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                component("requestBodies", (name, node) -> body(node)),
                component("responses", responses::response),
                component("headers", (name, node) -> parameters.header(name, node)));
    }

    private <T> List<T> component(String section, BiFunction<String, Node, T> reading) {
        List<T> read = new ArrayList<>();
        context.root()
                .at("/components/" + section)
                .ifPresent(named -> named.members()
                        .forEach((name, component) -> context.problems()
                                .resolve(component)
                                .filter(node -> node.value().isObject())
                                .flatMap(node -> context.problems().attempt(() -> reading.apply(name, node)))
                                .ifPresent(read::add)));
        return read;
    }

    private List<Parameter> parameters(Site site, PathTemplate template) {
        List<Parameter> all = parameters.readAll(site.node());
        for (Parameter shared : parameters.readAll(site.pathItem())) {
            boolean overridden = all.stream().anyMatch(own -> own.in() == shared.in() && own.isNamed(shared.name()));
            if (!overridden) {
                all.add(shared);
            }
        }
        checkPath(site, template, all);
        parameters.checkQueries(all);
        all.removeIf(parameter -> isNowhere(parameter, template));
        return all;
    }

    private void checkPath(Site site, PathTemplate template, List<Parameter> all) {
        for (String name : template.names()) {
            if (all.stream().noneMatch(p -> p.in() == Parameter.In.PATH && p.isNamed(name))) {
                context.problems()
                        .about(Topic.PATH_PARAMETER)
                        .error(Problem.error(
                                        site.node().place(),
                                        "the path parameter '" + name + "' of " + site.path() + " is not declared",
                                        "add it under 'parameters' with 'in: path' and 'required: true'")
                                .of(name));
            }
        }
        for (Parameter parameter : all) {
            if (isNowhere(parameter, template)) {
                context.problems()
                        .about(Topic.PATH_PARAMETER)
                        .warning(
                                parameter.node(),
                                "the path parameter '" + parameter.name() + "' does not occur in " + site.path()
                                        + ", so that nothing is sent or expected of it",
                                "write it as {" + parameter.name() + "} in the path, or remove it");
            }
        }
    }

    private static boolean isNowhere(Parameter parameter, PathTemplate template) {
        return parameter.in() == Parameter.In.PATH && !template.names().contains(parameter.name());
    }

    private RequestBodySpec body(Node node) {
        return new RequestBodySpec(node.flag("required"), content.read(node), node);
    }

    private static Operation.Description description(Node node) {
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : node.value().path("tags")) {
            tags.add(tag.asString(""));
        }
        return new Operation.Description(node.text("summary").orElse(""), tags, node.flag("deprecated"));
    }
}
