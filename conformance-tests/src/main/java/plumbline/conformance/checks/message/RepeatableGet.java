package plumbline.conformance.checks.message;

import java.util.List;
import java.util.Optional;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.checks.scope.Difference;
import plumbline.conformance.checks.scope.Scope;
import plumbline.contract.http.Response;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Asking twice changes nothing: a GET is answered the same again (RFC 9110, section 9.2.1). What is no item and only has
 * other numbers or times, such as statistics, may live by itself, which is noted.
 */
final class RepeatableGet implements Check {
    @Override
    public CheckId id() {
        return CheckId.REPEATABLE_GET;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!(exchange.subject().expectation() instanceof Expectation.Repeatable)) {
            return Judgement.notApplied();
        }
        return exchange.comparison()
                .map(before -> compare(exchange, before, exchange.response()))
                .orElseGet(Judgement::notApplied);
    }

    private Judgement compare(Exchange exchange, Response before, Response after) {
        if (before.status() != after.status()) {
            return differs(exchange, "status", Integer.toString(before.status()), Integer.toString(after.status()));
        }
        String typeBefore = before.headers().first("Content-Type").orElse("none");
        String typeAfter = after.headers().first("Content-Type").orElse("none");
        if (!typeBefore.equals(typeAfter)) {
            return differs(exchange, "header 'Content-Type'", typeBefore, typeAfter);
        }
        Optional<JsonNode> jsonBefore = Scope.json(before);
        Optional<JsonNode> jsonAfter = Scope.json(after);
        boolean same = jsonBefore.isPresent() && jsonAfter.isPresent()
                ? jsonBefore.equals(jsonAfter)
                : before.body().equals(after.body());
        String pointer = jsonBefore
                .flatMap(first -> jsonAfter.map(second -> Difference.between(first, second)))
                .orElse("");
        if (same) {
            return tags(exchange, before, after);
        }
        boolean isItem = exchange.subject().operation().template().endsInParameter();
        boolean isLife = jsonBefore.isPresent() && jsonAfter.isPresent()
                ? Difference.isLife(jsonBefore.get(), jsonAfter.get())
                : Difference.isLife(before.body().text(), after.body().text());
        String where = pointer.isEmpty() ? "body" : "body at " + pointer;
        return isLife && !isItem
                ? Judgement.noting(List.of(finding(exchange, where, "other numbers or times came the second time")))
                : differs(exchange, where, excerpt(jsonBefore, pointer, before), excerpt(jsonAfter, pointer, after));
    }

    /** A tag is for telling whether something has changed (RFC 9110, section 8.8.3). */
    private Judgement tags(Exchange exchange, Response before, Response after) {
        Optional<String> tag = before.headers().first("ETag");
        Optional<String> other = after.headers().first("ETag");
        boolean isOther = tag.isPresent() && other.isPresent() && !tag.equals(other);
        return isOther && before.body().equals(after.body())
                ? differs(exchange, "header 'ETag'", tag.get(), other.get() + ", with the same octets")
                : Judgement.good();
    }

    private static String excerpt(Optional<JsonNode> json, String pointer, Response response) {
        return Scope.excerpt(json.map(value -> value.at(pointer).toString())
                .orElseGet(() -> response.body().text()));
    }

    private Judgement differs(Exchange exchange, String where, String before, String after) {
        return Judgement.of(finding(exchange, where, "the same request was answered differently the second time")
                .comparing(before, after));
    }

    private Finding finding(Exchange exchange, String where, String message) {
        return id().finding(message)
                .at(where)
                .documentedAt(exchange.subject().operation().node().place())
                .withHint("make sure that reading changes nothing");
    }
}
