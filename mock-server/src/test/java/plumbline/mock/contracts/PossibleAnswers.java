package plumbline.mock.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.mock.MockServer;

/**
 * Asks a mock for each response of a document that nobody wrote for tests, so that some of it contradicts itself. A sample
 * must be valid; an example of the document is served though it breaks its schema; and where no value can be valid, the
 * answer must say so.
 */
final class PossibleAnswers {
    private final MockServer server;
    private final Asker asker;
    private final RequestSampler requests;
    private final ResponseValidator validator;
    private final RequestValidator routes;
    private final List<String> faults = new ArrayList<>();
    private final List<String> impossible = new ArrayList<>();
    private int asked;
    private int asDocumented;
    private int ownExamples;

    PossibleAnswers(MockServer server) {
        Schemas schemas = new Schemas(server.contract().version());
        this.server = server;
        this.asker = new Asker(server.port());
        this.requests = new RequestSampler(schemas);
        this.validator = new ResponseValidator(schemas);
        this.routes = new RequestValidator(schemas);
    }

    List<String> faults() {
        return faults;
    }

    List<String> impossible() {
        return impossible;
    }

    int asked() {
        return asked;
    }

    int asDocumented() {
        return asDocumented;
    }

    int ownExamples() {
        return ownExamples;
    }

    void ask(Operation operation) {
        try {
            Request request = Requests.authenticated(
                    requests.sample(operation, operation.basePaths().get(0), Map.of(), 1), operation);
            if (isFor(operation, request)) {
                for (ResponseSpec spec : operation.responses()) {
                    ask(operation, spec, request);
                }
            }
        } catch (UnsatisfiableException e) {
            impossible.add(operation.title() + ": " + e.getMessage());
        }
    }

    /** Sampled path values may lead to a concrete path beside the templated one. */
    private boolean isFor(Operation operation, Request request) {
        return routes.match(server.contract(), request) instanceof Match.Found found
                && found.operation().equals(operation);
    }

    private void ask(Operation operation, ResponseSpec spec, Request request) {
        Optional<Integer> status = DocumentedAnswers.possibleStatus(operation, spec);
        if (status.isEmpty()) {
            return;
        }
        String code = "code=" + status.get();
        ask(operation, request.withHeader("Prefer", code), status.get());
        if (spec.content().stream().anyMatch(content -> content.schema() != null)) {
            for (MediaTypeSpec content : spec.content()) {
                Request wish = request.withHeader("Prefer", code + ", dynamic=true")
                        .withHeader("Accept", DocumentedAnswers.concrete(content.mediaType()));
                ask(operation, wish, status.get());
            }
        }
    }

    private void ask(Operation operation, Request request, int status) {
        asked++;
        Response response = asker.ask(request);
        boolean sampled = request.headers().first("Prefer").orElse("").contains("dynamic");
        List<Violation> violations = validator.validate(operation, operation.method(), response);
        if (response.status() == 500 && response.body().text().contains("urn:plumbline:problem:unsatisfiable-schema")) {
            impossible.add(operation.title() + ": " + response.body().text());
        } else if (response.status() != status) {
            faults.add(fault(request, "status " + response.status() + ", not " + status, response));
        } else if (violations.isEmpty()) {
            asDocumented++;
        } else if (sampled) {
            faults.add(fault(request, violations.toString(), response));
        } else {
            ownExamples++;
        }
    }

    private static String fault(Request request, String fault, Response response) {
        String body = response.body().text();
        return request.method() + " " + request.target() + " "
                + request.headers().first("Prefer").orElse("") + ": " + fault + "\n  "
                + body.substring(0, Math.min(body.length(), 600));
    }
}
