package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;

/** Reads {@code responses} maps. */
final class ResponseReader {
    private static final Pattern KEY = Pattern.compile("[1-5]([0-9]{2}|XX)|default");

    private final ReaderContext context;
    private final ContentReader content;
    private final ParameterReader parameters;

    ResponseReader(ReaderContext context, ContentReader content, ParameterReader parameters) {
        this.context = context;
        this.content = content;
        this.parameters = parameters;
    }

    List<ResponseSpec> read(Node operation) {
        List<ResponseSpec> responses = new ArrayList<>();
        operation.members("responses").forEach((key, node) -> {
            if (KEY.matcher(key).matches()) {
                context.problems().resolve(node).ifPresent(resolved -> responses.add(response(key, resolved)));
            } else if (!key.startsWith("x-")) {
                context.problems()
                        .about(Topic.RESPONSE)
                        .error(node, "'" + key + "' is no status", "write a code such as 200, a range 4XX, or default");
            }
        });
        // Since 3.1 there need be none, but what is there must name one (OpenAPI 3.1, "Responses Object").
        boolean isWanted = context.version() == OpenApiVersion.V3_0
                || operation.get("responses").isPresent();
        if (operation.members("responses").isEmpty() && isWanted) {
            context.problems()
                    .about(Topic.RESPONSE)
                    .warning(
                            operation,
                            "the operation documents no response, so that none of it can be known",
                            "add 'responses:' with at least one");
        }
        return responses;
    }

    ResponseSpec response(String key, Node node) {
        List<Parameter> headers = new ArrayList<>();
        node.members("headers").forEach((name, header) -> {
            Optional<Node> resolved = context.problems().resolve(header);
            if (resolved.isPresent() && !"content-type".equalsIgnoreCase(name)) {
                headers.add(parameters.header(name, resolved.get()));
            }
        });
        return new ResponseSpec(key, headers, content.read(node), node.members("links"), node);
    }
}
