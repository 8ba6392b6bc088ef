package plumbline.mock.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import plumbline.contract.Contract;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.mock.MockServer;

/** Asks a mock for each response that a contract documents, and notes what is wrong with the answers. */
final class DocumentedAnswers {
    private final Contract contract;
    private final Asker asker;
    private final Requests requests;
    private final ResponseValidator validator;
    private final List<String> faults = new ArrayList<>();
    private int asked;

    DocumentedAnswers(MockServer server) {
        this.contract = server.contract();
        Schemas schemas = new Schemas(server.contract().version());
        this.asker = new Asker(server.port());
        this.requests = new Requests(schemas);
        this.validator = new ResponseValidator(schemas);
    }

    List<String> faults() {
        return faults;
    }

    int asked() {
        return asked;
    }

    void ask(Operation operation) throws UnsatisfiableException {
        for (Request request : requests.of(operation)) {
            for (ResponseSpec spec : operation.responses()) {
                int status = status(operation, spec);
                Request coded = request.withHeader("Prefer", "code=" + status);
                if (spec.content().isEmpty()) {
                    ask(operation, coded, status);
                }
                for (MediaTypeSpec content : spec.content()) {
                    ask(operation, coded.withHeader("Accept", concrete(content.mediaType())), status, content);
                }
            }
        }
    }

    private void ask(Operation operation, Request request, int status, MediaTypeSpec content) {
        ask(operation, request, status);
        ask(operation, request.withHeader("Prefer", "code=" + status + ", dynamic=true"), status);
        for (Example example : content.examples()) {
            if (!example.name().isEmpty()) {
                String wish = "code=" + status + ", example=" + example.name();
                ask(operation, request.withHeader("Prefer", wish), status);
            }
        }
    }

    private void ask(Operation operation, Request request, int status) {
        asked++;
        Response response = asker.ask(request);
        List<Violation> violations = validator.validate(operation, operation.method(), response);
        check(response.status() == status, request, "status " + response.status() + ", not " + status, response);
        check(violations.isEmpty(), request, violations.toString(), response);
        check(hasAcceptedType(request, response), request, "another type than the one accepted", response);
        check(response.body().equals(asker.ask(request).body()), request, "another body the second time", response);
        if ("GET".equals(request.method()) && !hasOwnHead(request)) {
            Response head = asker.ask(request.withMethod("HEAD"));
            check(isLike(response, head), request, "HEAD differs: " + head, response);
        }
    }

    private boolean hasOwnHead(Request request) {
        return contract.match("HEAD", request.path())
                .fold(found -> "HEAD".equals(found.operation().method()), wrong -> false, () -> false);
    }

    private static boolean hasAcceptedType(Request request, Response response) {
        String accepted = request.headers().first("Accept").orElse("*/*");
        return response.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .map(MediaType.parse(accepted).orElseThrow()::covers)
                .orElse(true);
    }

    private static boolean isLike(Response get, Response head) {
        return get.status() == head.status()
                && head.body().isEmpty()
                && get.headers().first("Content-Type").equals(head.headers().first("Content-Type"))
                && get.headers().first("Content-Length").equals(head.headers().first("Content-Length"));
    }

    private void check(boolean right, Request request, String fault, Response response) {
        if (!right) {
            faults.add(request.method() + " " + request.target() + " (Prefer: "
                    + request.headers().first("Prefer").orElse("") + ", Accept: "
                    + request.headers().first("Accept").orElse("") + "): " + fault + "\n  "
                    + response.body().text());
        }
    }

    private static int status(Operation operation, ResponseSpec spec) {
        return possibleStatus(operation, spec).orElseThrow();
    }

    /** {@return a status that only this response is documented for; none if the others leave it none} */
    static Optional<Integer> possibleStatus(Operation operation, ResponseSpec spec) {
        return spec.isExact()
                ? Optional.of(Integer.parseInt(spec.key()))
                : IntStream.iterate(599, status -> status >= 200, status -> status - 1)
                        .filter(status ->
                                operation.response(status).filter(spec::equals).isPresent())
                        .boxed()
                        .findFirst();
    }

    /** {@return a media type that is as documented} */
    static String concrete(MediaType type) {
        if (!type.isRange()) {
            return type.toString();
        }
        return "image".equals(type.type()) ? "image/png" : "application/json";
    }
}
