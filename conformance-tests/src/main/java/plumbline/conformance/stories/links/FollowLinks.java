package plumbline.conformance.stories.links;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.conformance.Success;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/**
 * The links of an answer lead to what can be read. Those to operations that may change something are left alone, as are those
 * that give not all that is needed.
 *
 * @param web where links lead
 * @param operation the operation that is asked first
 * @param request a right request for it
 */
public record FollowLinks(Web web, Operation operation, Request request) implements Story {
    private static final CheckId CHECK = CheckId.LINKS_LEAD_SOMEWHERE;
    private static final Set<Integer> DEAD_ENDS = Set.of(400, 404, 410, 422);

    /**
     * Where links lead.
     *
     * @param contract the contract
     * @param sampler makes requests
     */
    public record Web(Contract contract, RequestSampler sampler) {
        private Optional<Operation> target(Node link) {
            Optional<String> id = link.text("operationId");
            Optional<Node> reference = link.text("operationRef").flatMap(text -> found(link, text));
            return link.get("server").isPresent()
                    ? Optional.empty()
                    : contract.operations().stream()
                            .filter(operation -> "GET".equals(operation.method()))
                            .filter(operation ->
                                    id.filter(operation.id()::equals).isPresent()
                                            || reference
                                                    .filter(operation.node()::equals)
                                                    .isPresent())
                            .findFirst();
        }

        private static Optional<Node> found(Node link, String reference) {
            try {
                return Optional.of(link.target(reference));
            } catch (ContractException e) {
                return Optional.empty();
            }
        }

        private Optional<Request> request(Operation target, Map<String, JsonNode> values) {
            boolean isComplete = target.parameters().stream()
                    .allMatch(parameter -> !parameter.required() || values.containsKey(parameter.name()));
            try {
                return isComplete
                        ? Optional.of(sampler.sample(target, target.basePath(), values, 0))
                        : Optional.empty();
            } catch (UnsatisfiableException e) {
                return Optional.empty();
            }
        }
    }

    /** {@return whether an operation has links that could be followed} */
    public static boolean areDocumented(Web web, Operation operation) {
        return operation.responses().stream()
                .flatMap(response -> response.links().values().stream())
                .anyMatch(link -> web.target(link.resolved()).isPresent());
    }

    @Override
    public CheckId check() {
        return CHECK;
    }

    @Override
    public void tell(Conversation conversation) {
        conversation
                .send("get", operation, request, new Expectation.Documented())
                .filter(response -> Success.hasContent(response.status()))
                .ifPresent(response -> follow(conversation, response));
    }

    /** Follows the links of an answer to the request. */
    public void follow(Conversation conversation, Response response) {
        Map<String, String> pathValues =
                web.contract().match(request, meant -> meant.operation().equals(operation)) instanceof Match.Found found
                        ? found.pathValues()
                        : Map.of();
        RuntimeExpression expression = new RuntimeExpression(request, pathValues, response);
        Map<String, Node> links =
                operation.response(response.status()).map(ResponseSpec::links).orElse(Map.of());
        new TreeMap<>(links).forEach((name, link) -> follow(conversation, name, link.resolved(), expression));
    }

    private void follow(Conversation conversation, String name, Node link, RuntimeExpression expression) {
        web.target(link)
                .ifPresent(target -> web.request(target, values(target, link, expression))
                        .flatMap(next -> conversation.send(
                                "follow link '" + name + "'", target, next, new Expectation.Documented()))
                        .ifPresent(answer -> conversation.conclude(CHECK, fault(name, link, answer))));
    }

    private static Map<String, JsonNode> values(Operation target, Node link, RuntimeExpression expression) {
        Map<String, JsonNode> values = new HashMap<>();
        link.members("parameters")
                .forEach((key, parameter) -> target.parameters().stream()
                        .filter(known -> known.name().equals(key) || (known.in() + "." + known.name()).equals(key))
                        .map(Parameter::name)
                        .findFirst()
                        .ifPresent(name ->
                                expression.value(parameter.value()).ifPresent(value -> values.put(name, value))));
        return values;
    }

    private Optional<Finding> fault(String name, Node link, Response answer) {
        return DEAD_ENDS.contains(answer.status())
                ? Optional.of(CHECK.finding("the link '" + name + "' leads nowhere")
                        .comparing("what can be read", Integer.toString(answer.status()))
                        .at("status")
                        .documentedAt(link.place())
                        .withHint("answer with values by which the link can be followed, or mend the link"))
                : Optional.empty();
    }
}
