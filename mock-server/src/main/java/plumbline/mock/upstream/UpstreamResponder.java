package plumbline.mock.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.SecurityValidator;
import plumbline.contract.validation.Violation;
import plumbline.mock.answer.problem.ProblemBody;
import plumbline.mock.answer.problem.ViolationsHeader;
import plumbline.mock.because.Because;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;
import plumbline.mock.engine.journal.CredentialPlaces;
import plumbline.secrets.SecretTexts;

/**
 * Passes requests on to a real server and holds both ends to the contract. Credentials are passed on, and told to nobody.
 * Thread-safe.
 */
public final class UpstreamResponder implements Responder {
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int BAD_GATEWAY = 502;

    private final Contract contract;
    private final UpstreamOptions options;
    private final Responder mock;
    private final Consumer<String> log;
    private final Recording recording;
    private final UpstreamClient client;
    private final Addresses addresses;
    private final SecurityValidator security = new SecurityValidator();
    private final RequestValidator requests;
    private final ResponseValidator responses;
    private final CredentialPlaces places;

    /**
     * Makes a responder.
     *
     * @param mock answers what is not passed on
     * @param log takes a line for each violation
     * @param recording takes note of what the server answers
     * @throws plumbline.text.UnusableInputException if a pattern of the options fits no operation
     */
    public UpstreamResponder(
            Served served, UpstreamOptions options, Responder mock, Consumer<String> log, Recording recording) {
        options.check(served.contract().operations());
        this.contract = served.contract();
        this.options = options;
        this.mock = mock;
        this.log = log;
        this.recording = recording;
        this.client = new UpstreamClient(options);
        this.addresses = new Addresses(options, contract.basePaths());
        this.requests = new RequestValidator(served.schemas());
        this.responses = new ResponseValidator(served.schemas());
        this.places = CredentialPlaces.of(contract);
    }

    /** What both ends are held to. */
    public record Served(Contract contract, Schemas schemas) {}

    @Override
    public EngineAnswer answer(Request request) {
        boolean isPreflight =
                "OPTIONS".equals(request.method()) && request.headers().contains("Access-Control-Request-Method");
        if (isPreflight) {
            return mock.answer(request);
        }
        return requests.match(contract, request)
                .fold(
                        found -> options.takes(found.operation()) ? passed(found, request) : mock.answer(request),
                        wrong -> undocumented(request),
                        () -> undocumented(request));
    }

    private EngineAnswer undocumented(Request request) {
        if (options.blocks()) {
            return mock.answer(request);
        }
        tell(request, "request", "the contract has no such operation");
        try {
            UpstreamAnswer answer = sent(request);
            return EngineAnswer.now(because(answer)).followedBy(answer.rest());
        } catch (UpstreamException e) {
            return options.mocksMissing() ? mock.answer(request) : failed(e);
        }
    }

    private EngineAnswer passed(Match.Found match, Request request) {
        List<Violation> violations = new ArrayList<>(security.validate(match.operation(), request));
        violations.addAll(requests.validate(match, request));
        if (options.blocks() && !violations.isEmpty()) {
            return mock.answer(request);
        }
        violations.forEach(violation -> tell(request, "request", violation.toString()));
        UpstreamAnswer answer;
        try {
            answer = sent(request);
        } catch (UpstreamException e) {
            return options.mocksMissing() ? mock.answer(request) : failed(e);
        }
        int status = answer.response().status();
        if ((status == NOT_FOUND || status == NOT_IMPLEMENTED) && options.mocksMissing()) {
            answer.discard();
            return mock.answer(request);
        }
        return judged(match, request, answer, violations);
    }

    private EngineAnswer judged(Match.Found match, Request request, UpstreamAnswer answer, List<Violation> before) {
        Response response = answer.response();
        @Nullable ArrivingBody rest = answer.rest();
        List<Violation> wrong = rest == null
                ? responses.validate(match.operation(), request.method(), response)
                : ofHead(match.operation(), request.method(), response);
        wrong.forEach(violation -> tell(request, "answer", violation.toString()));
        if (options.blocks() && !wrong.isEmpty()) {
            answer.discard();
            ProblemBody problem = new ProblemBody(
                    "answer-breaks-contract",
                    "The server breaks the contract",
                    options.origin() + " answered with " + response.status() + ", which breaks the contract: "
                            + wrong.get(0) + ".",
                    wrong);
            return EngineAnswer.now(problem.response(BAD_GATEWAY));
        }
        if (rest == null) {
            recording.take(match, request, response, wrong);
        } else {
            rest.whenWhole(body -> judgeLater(match, request, response.withBody(body), wrong));
        }
        List<Violation> all = new ArrayList<>(before);
        all.addAll(wrong);
        return EngineAnswer.now(ViolationsHeader.on(because(answer), all)).followedBy(rest);
    }

    private List<Violation> ofHead(Operation operation, String method, Response response) {
        List<Violation> wrong = new ArrayList<>(responses.status(operation, response));
        wrong.addAll(responses.mediaType(operation, method, response));
        wrong.addAll(responses.headers(operation, response));
        return wrong;
    }

    /** What was passed on as it came is judged when all of it has come: it is too late to refuse it, but not to tell. */
    private void judgeLater(Match.Found match, Request request, Response response, List<Violation> before) {
        List<Violation> wrong = responses.validate(match.operation(), request.method(), response);
        wrong.stream()
                .filter(violation -> !before.contains(violation))
                .forEach(violation -> tell(request, "answer", violation.toString()));
        recording.take(match, request, response, wrong);
    }

    private UpstreamAnswer sent(Request request) throws UpstreamException {
        UpstreamAnswer answer = client.send(request.withPath(addresses.there(request.path())));
        return answer.with(addresses.here(answer.response(), request.path()));
    }

    private Response because(UpstreamAnswer answer) {
        String whose = "answer of " + options.origin();
        return new Because(answer.rest() == null ? whose : whose + ", whose body is passed on as it comes")
                .on(answer.response());
    }

    private static EngineAnswer failed(UpstreamException failure) {
        return EngineAnswer.now(
                ProblemBody.of("no-answer-of-server", "The server did not answer", failure.getMessage() + ".")
                        .response(failure.status()));
    }

    private void tell(Request request, String end, String violation) {
        SecretTexts secrets = SecretTexts.of(places.values(request));
        log.accept(secrets.redact(
                request.method() + " " + places.withoutCredentials(request.target()) + ": " + end + ": " + violation));
    }
}
