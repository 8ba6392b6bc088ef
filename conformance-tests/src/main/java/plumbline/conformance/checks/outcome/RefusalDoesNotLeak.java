package plumbline.conformance.checks.outcome;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.validation.ResponseValidator;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/**
 * A refusal does not hold what was refused: its body is no valid resource, nor does it repeat two or more texts of the
 * resource that are more than a word. What was asked for stands in the path, so repeating that gives nothing away.
 */
final class RefusalDoesNotLeak implements Check {
    private static final int TELLING_LENGTH = 6;
    private static final int TELLING_COUNT = 2;

    /** What anybody may say. */
    private static final Pattern WORD = Pattern.compile("[a-z]+");

    /** No contract knows its member: a schema that takes it takes any object. */
    private static final Body ANY_OBJECT = Body.of("{\"unlike-any-other\": \"refused\"}");

    private final ResponseValidator validator;

    RefusalDoesNotLeak(ResponseValidator validator) {
        this.validator = validator;
    }

    @Override
    public CheckId id() {
        return CheckId.REFUSAL_DOES_NOT_LEAK;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        boolean refused = exchange.subject().expectation() instanceof Expectation.Unauthorized
                && exchange.status() >= 400
                && !exchange.response().body().isEmpty();
        Optional<Response> resource = exchange.comparison().filter(response -> Success.hasContent(response.status()));
        if (!refused || resource.isEmpty() || isOneAnswer(exchange, resource.get())) {
            return Judgement.notApplied();
        }
        boolean leaks = isResource(exchange, resource.get()) || repeats(exchange, resource.get());
        return leaks ? Judgement.of(finding(exchange)) : Judgement.good();
    }

    /** Whether the contract has one answer for success and for refusal, the default, so that it wants the resource there. */
    private static boolean isOneAnswer(Exchange exchange, Response resource) {
        Operation operation = exchange.subject().operation();
        return operation
                .response(exchange.status())
                .filter(refusal -> operation
                        .response(resource.status())
                        .filter(refusal::equals)
                        .isPresent())
                .isPresent();
    }

    private Finding finding(Exchange exchange) {
        return id().finding("the refusal with status " + exchange.status() + " holds the resource all the same")
                .comparing(
                        "a body that says no more than why it was refused",
                        Scope.excerpt(exchange.response().body().text()))
                .at("body")
                .documentedAt(
                        exchange.subject().operation().security().get(0).node().place())
                .withHint("send nothing of the resource before the credentials are accepted");
    }

    private boolean isResource(Exchange exchange, Response resource) {
        return Scope.json(exchange.response()).isPresent()
                && Scope.json(resource).isPresent()
                && !isRefusal(exchange)
                && isValid(exchange, resource.withBody(exchange.response().body()))
                && !isValid(exchange, resource.withBody(ANY_OBJECT));
    }

    /** Whether it is what the contract says of refusals, which some success may look like. */
    private boolean isRefusal(Exchange exchange) {
        return Scope.content(exchange).filter(type -> type.schema() != null).isPresent()
                && isValid(exchange, exchange.response())
                && !isValid(exchange, exchange.response().withBody(ANY_OBJECT));
    }

    private boolean isValid(Exchange exchange, Response response) {
        Operation operation = exchange.subject().operation();
        return validator.body(operation, operation.method(), response).isEmpty();
    }

    private static boolean repeats(Exchange exchange, Response resource) {
        Set<String> texts = new LinkedHashSet<>();
        Scope.json(resource).ifPresent(json -> collect(json, texts));
        String asked = exchange.subject().request().target();
        String refusal = exchange.response().body().text();
        return texts.stream()
                        .filter(text -> !asked.contains(text) && refusal.contains(text))
                        .count()
                >= TELLING_COUNT;
    }

    private static void collect(JsonNode value, Set<String> texts) {
        if (value.isString()
                && value.stringValue().length() >= TELLING_LENGTH
                && !WORD.matcher(value.stringValue()).matches()) {
            texts.add(value.stringValue());
        }
        List.copyOf(value.values()).forEach(child -> collect(child, texts));
    }
}
