package plumbline.mock.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.MockServer;

/** Asks a mock of one document for some of its operations, a right request each, and notes which were answered as hoped. */
final class SuccessfulAnswers {
    private static final int MOST_OPERATIONS = 15;

    private final String document;
    private final MockServer server;
    private final Asker asker;
    private final RequestSampler requests;
    private final ResponseValidator validator;
    private final List<String> unanswered = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<ObjectNode> bodies = new ArrayList<>();
    private int asked;
    private int told;
    private int ownExamples;

    SuccessfulAnswers(String document, MockServer server) {
        this.document = document;
        this.server = server;
        this.asker = new Asker(server.port());
        Schemas schemas = new Schemas(server.contract().version());
        this.requests = new RequestSampler(schemas);
        this.validator = new ResponseValidator(schemas);
        server.contract().mendings().forEach(mending -> leftOut.add(mending.toString()));
    }

    /** Asks for operations from all over the document, each as if it were the first. */
    void ask() {
        List<Operation> all = server.contract().operations();
        int step = Math.max(1, all.size() / MOST_OPERATIONS);
        for (int i = 0; i < all.size() && asked < MOST_OPERATIONS; i += step) {
            asker.ask(Request.of("POST", "/__plumbline/reset"));
            ask(all.get(i));
        }
    }

    private void ask(Operation operation) {
        if (operation.responses().stream().noneMatch(SuccessfulAnswers::maySucceed)) {
            leftOut.add(operation.title() + ": documents no success");
            return;
        }
        asked++;
        try {
            String base = operation.basePaths().get(0);
            note(operation, Requests.authenticated(requests.sample(operation, base, Map.of(), 1), operation));
        } catch (UnsatisfiableException | IllegalArgumentException e) {
            unanswered.add(operation.title() + ": no request: " + e.getMessage());
        }
    }

    private static boolean maySucceed(ResponseSpec response) {
        return response.isSuccess() || "default".equals(response.key());
    }

    private void note(Operation operation, Request request) {
        Response response = asker.ask(request);
        if (response.status() / 100 != 2
                || operation.response(response.status()).isEmpty()) {
            unanswered.add(operation.title() + ": " + response.status() + " " + beginning(response));
            return;
        }
        if (response.headers().contains("Plumbline-Violations")) {
            told++;
        } else if (validator.validate(operation, operation.method(), response).isEmpty()) {
            keep(operation, response);
        } else {
            ownExamples++;
        }
        Response sampled = asker.ask(request.withHeader("Prefer", "dynamic=true"));
        if (sampled.headers().contains("Plumbline-Violations")) {
            told++;
        } else {
            keep(operation, sampled);
        }
    }

    private static String beginning(Response response) {
        String text = response.body().text();
        return text.substring(0, Math.min(text.length(), 500));
    }

    private void keep(Operation operation, Response response) {
        Optional<MediaType> type = response.headers().first("Content-Type").flatMap(MediaType::parse);
        if (type.filter(MediaType::isJson).isPresent() && !response.body().isEmpty()) {
            bodies.add(JsonNodeFactory.instance
                    .objectNode()
                    .put("document", document)
                    .put("operation", operation.node().pointer())
                    .put("status", response.status())
                    .put("type", type.get().toString())
                    .put("body", response.body().text()));
        }
    }

    /** {@return what became of the document, as a row of a table} */
    String row() {
        return "| %s | %d | %d | %d | %d | %d | %d |%n"
                .formatted(document, asked, unanswered.size(), ownExamples, told, bodies.size(), leftOut.size());
    }

    int asked() {
        return asked;
    }

    List<String> unanswered() {
        return unanswered;
    }

    List<String> leftOut() {
        return leftOut;
    }

    /** {@return JSON bodies that are to be judged by others} */
    List<ObjectNode> bodies() {
        return bodies;
    }
}
