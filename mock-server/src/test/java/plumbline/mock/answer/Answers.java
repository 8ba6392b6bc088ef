package plumbline.mock.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.engine.EngineAnswer;

/** A responder to ask, without a socket. */
final class Answers {
    static final String CREDENTIALS = "Basic Y2xpZW50OnNlY3JldA==";
    static final String KNOWN_USER = "/api/users/7b1f28b9-a4ad-450b-a0ea-fd647d5109b2";

    private final Contract contract;
    private final ContractResponder responder;
    private final ResponseValidator validator;

    private Answers(Contract contract, Fixtures fixtures, Schemas schemas) {
        this(contract, fixtures, schemas, AnswerOptions.defaults());
    }

    private Answers(Contract contract, Fixtures fixtures, Schemas schemas, AnswerOptions options) {
        this.contract = contract;
        this.responder = new ContractResponder(contract, fixtures, schemas, options, line -> {});
        this.validator = new ResponseValidator(schemas);
    }

    static Answers ofUsers() {
        Contract contract = Contract.builtIn(Optional.empty());
        Schemas schemas = new Schemas(contract.version());
        return new Answers(contract, Fixtures.builtIn(contract, schemas), schemas);
    }

    static Answers ofUsers(AnswerOptions options) {
        Contract contract = Contract.builtIn(Optional.empty());
        Schemas schemas = new Schemas(contract.version());
        return new Answers(contract, Fixtures.builtIn(contract, schemas), schemas, options);
    }

    static Answers ofLibrary(AnswerOptions options) {
        Contract contract = Contract.read(Path.of("src/test/resources/library.yaml"));
        return new Answers(contract, Fixtures.none(), new Schemas(contract.version()), options);
    }

    static Answers ofUsersWithoutFixtures() {
        Contract contract = Contract.builtIn(Optional.empty());
        return new Answers(contract, Fixtures.none(), new Schemas(contract.version()));
    }

    static Answers ofLibrary() {
        return of(Path.of("src/test/resources/library.yaml"));
    }

    static Answers of(Path document) {
        Contract contract = Contract.read(document);
        return new Answers(contract, Fixtures.none(), new Schemas(contract.version()));
    }

    static Answers of(Path document, AnswerOptions options) {
        Contract contract = Contract.read(document);
        return new Answers(contract, Fixtures.none(), new Schemas(contract.version()), options);
    }

    static Answers of(String file) {
        Contract contract = Contract.read(Path.of(file));
        return new Answers(contract, Fixtures.none(), new Schemas(contract.version()));
    }

    /** {@return a responder for a document with this text} */
    static Answers ofText(String document) {
        return ofText(document, AnswerOptions.defaults());
    }

    /** {@return a responder for a document with this text} */
    static Answers ofText(String document, AnswerOptions options) {
        try {
            Path file = Files.createTempFile("api", ".yaml");
            Files.writeString(file, document);
            Contract contract = Contract.read(file);
            Files.delete(file);
            return new Answers(contract, Fixtures.none(), new Schemas(contract.version()), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response to(Request request) {
        return answer(request).response();
    }

    EngineAnswer answer(Request request) {
        return responder.answer(request);
    }

    /** {@return the answer, after checking that the contract allows it} */
    Response conforming(Request request) {
        Response response = to(request);
        Match match = contract.match(request.method(), request.path());
        if (match instanceof Match.Found found) {
            org.assertj.core.api.Assertions.assertThat(
                            validator.validate(found.operation(), request.method(), response))
                    .as("violations of the answer to %s", request.target())
                    .isEmpty();
        }
        return response;
    }

    static Request get(String target, String... headers) {
        Request request = Request.of("GET", target).withHeader("Authorization", CREDENTIALS);
        for (int i = 0; i < headers.length; i += 2) {
            request = request.withHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    static JsonNode json(Response response) {
        try {
            return Json.read(response.body().bytes());
        } catch (JsonException e) {
            throw new AssertionError(response.body().text(), e);
        }
    }
}
