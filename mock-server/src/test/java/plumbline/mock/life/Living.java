package plumbline.mock.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.answer.ContractResponder;
import plumbline.mock.engine.Responder;
import plumbline.mock.state.StoreLimits;

/** A mock that remembers, to ask without a socket; each answer must be as the contract says. */
final class Living implements AutoCloseable {
    private final Contract contract;
    private final Life life;
    private final Responder responder;
    private final ResponseValidator validator;

    private Living(Contract contract, Fixtures fixtures, LifeOptions options) {
        Schemas schemas = new Schemas(contract.version());
        this.contract = contract;
        this.life = new Life(contract, fixtures, schemas, options, failure -> {
            throw failure;
        });
        this.responder = new ContractResponder(contract, fixtures, schemas, AnswerOptions.defaults(), line -> {}, life);
        this.validator = new ResponseValidator(schemas);
    }

    static Living shop() {
        return of("living-shop.yaml", AnswerOptions.defaults());
    }

    static Living of(String document, AnswerOptions options) {
        return of(document, LifeOptions.of(options.seed(), options.unknown() == AnswerOptions.Unknown.SAMPLE));
    }

    static Living of(String document, StoreLimits limits) {
        return of(document, LifeOptions.of(0, false).withLimits(limits));
    }

    static Living keptIn(Path file) {
        return keptIn("living-shop.yaml", file);
    }

    static Living keptIn(String document, Path file) {
        return of(document, LifeOptions.of(0, false).withFile(file));
    }

    private static Living of(String document, LifeOptions options) {
        return new Living(Contract.read(Path.of("src/test/resources", document)), Fixtures.none(), options);
    }

    static Living of(String document, Path fixtures) {
        Contract contract = Contract.read(Path.of("src/test/resources", document));
        return new Living(
                contract, Fixtures.load(fixtures, contract, new Schemas(contract.version())), LifeOptions.of(0, false));
    }

    @Override
    public void close() {
        life.close();
    }

    Response unchecked(String method, String target, String body) {
        return responder
                .answer(Request.of(method, target)
                        .withHeader("Content-Type", "application/json")
                        .withBody(Body.of(body)))
                .response();
    }

    void reset() {
        life.reset();
    }

    Contract contract() {
        return contract;
    }

    Response send(String method, String target, String body) {
        return send(method, target, "application/json", body);
    }

    Response send(String method, String target, String type, String body) {
        return send(Request.of(method, target).withHeader("Content-Type", type).withBody(Body.of(body)));
    }

    Response get(String target) {
        return send(Request.of("GET", target));
    }

    Response send(Request request) {
        Response response = responder.answer(request).response();
        if (contract.match(request.method(), request.path()) instanceof Match.Found found) {
            assertThat(validator.validate(found.operation(), request.method(), response))
                    .as("%s %s is answered with %s", request.method(), request.target(), response)
                    .isEmpty();
        }
        return response;
    }

    JsonNode json(String target) {
        Response response = get(target);
        assertThat(response.status()).as("status of %s", target).isEqualTo(200);
        return json(response);
    }

    static JsonNode json(Response response) {
        try {
            return Json.read(response.body().bytes());
        } catch (JsonException e) {
            throw new AssertionError(response.toString(), e);
        }
    }
}
