package plumbline.conformance.proof;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;
import plumbline.finding.Finding;

/**
 * Judges broken answers as the run judges true ones.
 *
 * @param checks the checks of the run
 */
record MutantJudge(List<Check> checks) {
    MutantJudge {
        checks = List.copyOf(checks);
    }

    /** {@return who judges by the same checks, by this one before all others, for those who ask for the first finding only} */
    MutantJudge askingFirst(CheckId first) {
        return new MutantJudge(checks.stream()
                .sorted(Comparator.comparing(check -> check.id() != first))
                .toList());
    }

    /** {@return what is found when this response comes in place of the true one, check by check as it is asked for} */
    Stream<Finding> findings(Exchange exchange, Response response) {
        Exchange mutant = mutant(exchange, response);
        return checks.stream().flatMap(check -> check.judge(mutant).findings().stream());
    }

    /** {@return what one check finds then; nothing if it takes no part in the run, or cannot judge that} */
    Optional<List<Finding>> findingsOf(CheckId id, Exchange exchange, Response response) {
        return checks.stream()
                .filter(check -> check.id() == id)
                .map(check -> check.judge(mutant(exchange, response)))
                .filter(Check.Judgement::applied)
                .map(Check.Judgement::findings)
                .findFirst();
    }

    private static Exchange mutant(Exchange exchange, Response response) {
        Answer.Received answer = exchange.answer();
        Response sent = response.headers().contains("Content-Length")
                ? response.withHeader(
                        "Content-Length", Integer.toString(response.body().length()))
                : response;
        return new Exchange(
                exchange.subject(),
                new Answer.Received(sent, sent.body().length(), answer.codingFault(), answer.elapsed()),
                exchange.baseline());
    }

    /** {@return whether a check found nothing in a true answer that it had something to judge in, or takes no part in the run} */
    boolean isSatisfied(CheckId id, Exchange exchange) {
        return checks.stream()
                .filter(check -> check.id() == id)
                .map(check -> check.judge(exchange))
                .allMatch(
                        judgement -> judgement.applied() && judgement.findings().isEmpty());
    }

    Stream<Finding> findings(Exchange exchange, Body body) {
        return findings(exchange, exchange.response().withBody(body));
    }
}
