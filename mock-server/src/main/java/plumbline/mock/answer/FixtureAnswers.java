package plumbline.mock.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.contract.http.Accept;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.fixtures.Fixture;
import plumbline.fixtures.Fixtures;
import plumbline.mock.because.Because;

/** Answers with the stored responses; those that nothing in the request can change are made once. Thread-safe. */
final class FixtureAnswers {
    private static final int OK = 200;

    private final Fixtures fixtures;
    private final ResponseMaker responses;
    private final AnswerOptions options;
    private final Set<Fixture> asked = ConcurrentHashMap.newKeySet();
    private final Map<Fixture, Response> made = new ConcurrentHashMap<>();

    FixtureAnswers(Fixtures fixtures, ResponseMaker responses, AnswerOptions options) {
        this.fixtures = fixtures;
        this.responses = responses;
        this.options = options;
    }

    /** {@return the stored response for this request, if there is one} */
    Optional<Response> find(Operation operation, Request request) throws UnavailableException {
        Optional<Fixture> fixture = fixtures.find(operation.withoutBasePath(request.path()));
        return fixture.isEmpty() ? Optional.empty() : Optional.of(response(fixture.get(), request));
    }

    /** Notes that the fixture for this request, if there is one, has been asked for. */
    void note(Operation operation, Request request) {
        if ("GET".equals(operation.method())) {
            fixtures.find(operation.withoutBasePath(request.path())).ifPresent(asked::add);
        }
    }

    /** {@return the files whose URLs have been asked for} */
    List<String> asked() {
        return asked.stream().map(Fixture::file).distinct().toList();
    }

    /** {@return the files whose URLs have never been asked for} */
    List<String> unused() {
        return fixtures.all().stream()
                .filter(fixture -> !asked.contains(fixture))
                .map(Fixture::file)
                .distinct()
                .toList();
    }

    /** {@return whether the stored response for this request is no success, or has no body, so that it says all} */
    boolean isSpecial(Operation operation, Request request) {
        return "GET".equals(operation.method())
                && fixtures.find(operation.withoutBasePath(request.path()))
                        .filter(fixture -> fixture.status() != OK || fixture.body() == null)
                        .isPresent();
    }

    /** {@return whether there is a stored response for this request} */
    boolean has(Operation operation, Request request) {
        return "GET".equals(operation.method())
                && fixtures.find(operation.withoutBasePath(request.path())).isPresent();
    }

    /** {@return whether an item without a fixture does not exist} */
    boolean hasAllItems(Operation operation) {
        return options.unknown() == AnswerOptions.Unknown.NOT_FOUND && fixtures.hasItems(operation);
    }

    /** {@return the file that would answer this request} */
    String fileFor(Operation operation, Request request) {
        return fixtures.fileFor(operation.withoutBasePath(request.path()));
    }

    private Response response(Fixture fixture, Request request) throws UnavailableException {
        Response known = made.get(fixture);
        boolean acceptsAnything = !request.headers().contains("Accept");
        if (known != null && acceptsAnything) {
            return known;
        }
        Optional<ResponseSpec> spec = fixture.operation().response(fixture.status());
        if (spec.isEmpty()) {
            return Because.fixture(fixture.file()).on(Response.of(fixture.status()));
        }
        Response response = response(fixture, spec.get(), request);
        if (acceptsAnything) {
            made.put(fixture, response);
        }
        return response;
    }

    private Response response(Fixture fixture, ResponseSpec spec, Request request) throws UnavailableException {
        Order order = new Order(
                spec,
                fixture.status(),
                Accept.of(request.headers()),
                Preferences.none(),
                fixture.pathValues(),
                options.seedOf(fixture.path()),
                request);
        Response made = fixture.body() == null
                ? responses.make(order).response()
                : responses.make(order, Body.of(Json.write(fixture.body())));
        return Because.fixture(fixture.file()).on(made);
    }
}
