package plumbline.conformance.proof;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import plumbline.conformance.Exchange;
import plumbline.conformance.proof.Constraint.Claim;
import plumbline.conformance.proof.Constraint.Kind;
import plumbline.conformance.proof.Constraint.Use;
import plumbline.contract.document.Place;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Breaks the status, the media type, the headers and the syntax of an answer.
 *
 * @param judge who judges
 * @param ledger where to write down what comes of it
 */
record HeadMutations(MutantJudge judge, ProofLedger ledger) {
    private static final List<Integer> UNUSUAL = List.of(299, 399, 418, 499);

    void apply(Exchange exchange, ResponseSpec spec) {
        Use use = new Use(exchange.subject().operation(), spec.key());
        status(exchange, use);
        spec.headers().forEach(header -> header(exchange, use, header));
        if (exchange.response().body().isEmpty()) {
            return;
        }
        mediaType(exchange.response())
                .flatMap(type -> MediaTypeSpec.covering(spec.content(), type))
                .ifPresent(type -> content(exchange, use, type));
    }

    static Optional<MediaType> mediaType(Response response) {
        return response.headers().first("Content-Type").flatMap(MediaType::parse);
    }

    private void status(Exchange exchange, Use use) {
        Claim id = ContractConstraints.claim(Kind.STATUS, use, "");
        Operation operation = use.operation();
        if (!ledger.isOpen(id)) {
            return;
        }
        ledger.reach(id);
        UNUSUAL.stream()
                .filter(status -> operation.response(status).isEmpty()
                        && !exchange.subject().expectation().tolerates(status))
                .forEach(status -> judge(id, exchange, exchange.response().withStatus(status), "the status " + status));
    }

    private void content(Exchange exchange, Use use, MediaTypeSpec type) {
        Response response = exchange.response();
        String name = type.mediaType().toString();
        Claim id = ContractConstraints.claim(Kind.MEDIA_TYPE, use, name);
        if (ledger.isOpen(id)) {
            ledger.reach(id);
            judge(id, exchange, response.withHeader("Content-Type", "application/x-plumbline"), "another media type");
            judge(id, exchange, response.withHeaders(response.headers().without("Content-Type")), "no Content-Type");
        }
        Claim syntax = ContractConstraints.claim(Kind.SYNTAX, use, name);
        if (ledger.isOpen(syntax)) {
            ledger.reach(syntax);
            syntax(syntax, exchange, response.body().text());
        }
    }

    private void syntax(Claim id, Exchange exchange, String text) {
        Response response = exchange.response();
        judge(id, exchange, response.withBody(Body.of(text.substring(0, text.length() / 2))), "half of the body");
        judge(id, exchange, response.withBody(Body.of("<p>" + text)), "a body that is no JSON");
        judge(id, exchange, response.withBody(Body.of(text + text)), "the body twice");
        judge(id, exchange, response.withBody(Body.empty()), "an empty body");
        firstMember(text)
                .ifPresent(member -> judge(
                        id,
                        exchange,
                        response.withBody(
                                Body.of(text.replaceFirst("\\{", Matcher.quoteReplacement("{" + member + ",")))),
                        "a name twice"));
    }

    private static Optional<String> firstMember(String text) {
        try {
            JsonNode value = Json.read(text);
            return value.isObject()
                    ? value.propertyNames().stream()
                            .findFirst()
                            .map(name -> JsonNodeFactory.instance.stringNode(name) + ":null")
                    : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private void header(Exchange exchange, Use use, Parameter header) {
        Response response = exchange.response();
        Optional<String> value = response.headers().first(header.name());
        if (value.isEmpty()) {
            return;
        }
        Claim id = ContractConstraints.claim(Kind.HEADER, use, header.name());
        if (ledger.isOpen(id)) {
            ledger.reach(id);
            Response without = response.withHeaders(response.headers().without(header.name()));
            judge(id, exchange, without, "no header " + header.name());
        }
        header.valueSchema()
                .ifPresent(schema -> JudgedValues.of(read(value.get()), schema.node())
                        .forEach(judged -> Keyword.of(judged.schema(), Direction.RESPONSE)
                                .forEach(keyword -> headerKeyword(
                                        exchange, header, keyword, use.claim(keyword.id(Direction.RESPONSE))))));
    }

    private void headerKeyword(Exchange exchange, Parameter header, Keyword keyword, Claim id) {
        Place place = keyword.place();
        if (!ledger.isOpen(id)) {
            return;
        }
        ledger.reach(id);
        String value = exchange.response().headers().first(header.name()).orElse("");
        for (JsonNode broken : BreakingValues.of(keyword, read(value))) {
            if (!broken.isValueNode()) {
                continue;
            }
            Response mutant = exchange.response().withHeader(header.name(), broken.asString());
            // Whatever else it breaks, a text in a header may obey this keyword.
            if (judge.findings(exchange, mutant).anyMatch(finding -> isAt(finding, place))) {
                ledger.notice(id);
            }
        }
    }

    static boolean isAt(Finding finding, Place place) {
        return finding.documented()
                .filter(found -> Objects.equals(found.pointer(), place.pointer())
                        && found.file().equals(place.file()))
                .isPresent();
    }

    private static JsonNode read(String text) {
        try {
            JsonNode value = Json.read(text);
            return value.isNumber() ? value : JsonNodeFactory.instance.stringNode(text);
        } catch (JsonException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    private void judge(Claim id, Exchange exchange, Response mutant, String how) {
        ledger.note(id, judge.findings(exchange, mutant).findAny().isPresent(), how);
    }
}
