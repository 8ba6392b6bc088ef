package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.common.LocalNotifier;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.security.NotAuthorisedException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.contract.http.Body;
import plumbline.mock.answer.problem.ProblemBody;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;
import plumbline.mock.engine.access.BodyLimits;
import plumbline.mock.engine.http.BodyReader.Exchange;
import plumbline.mock.engine.streams.EventStreams;
import plumbline.mock.engine.streams.PassedStreams;
import plumbline.mock.engine.stubs.WireMockStubs;

/** Hands requests to WireMock: to its administration below {@code /__admin}, to its stubs elsewhere. */
final class EngineHandler extends Handler.Abstract {
    static final String ADMIN = "/__admin";

    /** Where the mock itself is administered. */
    private static final String STATE = "/__plumbline";

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final WireMockStubs wiremock;
    private final RequestHandler stubs;
    private final RequestHandler admin;
    private final Notifier notifier;
    private final AdminGate gate;
    private final BodyLimits limits;
    private final BodyMemory memory;
    private final EventStreams streams = new EventStreams();
    private final PassedStreams passed = new PassedStreams();
    private final OwnAnswers answers = new OwnAnswers();
    private volatile Responder own = request -> EngineAnswer.now(
            ProblemBody.of("not-administered", "There is nothing to administer", "The mock is about to start.")
                    .response(503));

    EngineHandler(WireMockStubs wiremock, AdminGate gate, BodyLimits limits) {
        this.wiremock = wiremock;
        this.stubs = wiremock.requestHandler();
        this.admin = wiremock.adminHandler();
        this.notifier = wiremock.notifier();
        this.gate = gate;
        wiremock.onRequest(() -> streams.tell(EventStreams.ASKED));
        this.limits = limits;
        this.memory = BodyMemory.forBodiesOf(limits.octets());
    }

    void tellPagesOfChange() {
        streams.tell(EventStreams.CHANGED);
    }

    /** Ends what would else never end. */
    void endStreams() {
        streams.end();
        passed.end();
    }

    /** Sets how what is said to requests that never reach the contract is made readable for the page that asks. */
    void readableBy(
            BiFunction<
                            plumbline.contract.http.Request,
                            plumbline.contract.http.Response,
                            plumbline.contract.http.Response>
                    readable) {
        answers.readableBy(readable);
    }

    void administerBy(Responder responder) {
        own = responder;
    }

    @Override
    public boolean handle(Request request, Response response, Callback done) throws IOException {
        Exchange exchange = new Exchange(request, response, done, answers);
        String path = String.valueOf(request.getHttpURI().getPath());
        if (Health.PATH.equals(path)) {
            OwnAnswers.send(Health.answer(request.getMethod()), response, done);
            return true;
        }
        Optional<plumbline.contract.http.Response> refusal = refusal(request, path);
        if (refusal.isPresent() && isAdministration(path)) {
            OwnAnswers.send(refusal.get(), response, done);
        } else if (refusal.isPresent()) {
            exchange.refuse(refusal.get());
        } else if (path.equals(STATE + "/events") && "GET".equals(request.getMethod())) {
            streams.open(getServer(), response, done);
        } else if (!isBelow(ADMIN, path) || !AdminPages.send(path, response, done)) {
            receive(exchange);
        }
        return true;
    }

    private Optional<plumbline.contract.http.Response> refusal(Request request, String path) {
        if (path.equals(STATE) || isBelow(STATE + "/page", path)) {
            return gate.refusalOfPage(request);
        }
        if (isAdministration(path)) {
            return gate.refusal(request);
        }
        if (path.equals("*")) {
            return Optional.of(
                    ProblemBody.of("no-path", "No documented path is like this one", "Ask for a path of the contract.")
                            .response(404));
        }
        return isOtherwiseWritten(request.getMethod())
                ? Optional.of(unreadable(
                        400,
                        "The method '" + request.getMethod() + "' is written in capitals: its case counts, and fetch()"
                                + " leaves that of 'patch' as it is."))
                : Optional.empty();
    }

    /** Whether a method is one that everybody knows but for its case (RFC 9110, section 9.1). */
    private static boolean isOtherwiseWritten(String method) {
        String capitals = method.toUpperCase(Locale.ROOT);
        return !method.equals(capitals) && HttpMethod.fromString(capitals) != null;
    }

    private void receive(Exchange exchange) {
        HttpFields fields = exchange.request().getHeaders();
        if (!fields.contains(HttpHeader.CONTENT_LENGTH) && !fields.contains(HttpHeader.TRANSFER_ENCODING)) {
            answer(exchange, Body.empty());
            return;
        }
        BodyMemory.Holder held = memory.holder();
        Exchange freeing = new Exchange(
                exchange.request(),
                exchange.response(),
                new Callback.Nested(exchange.done()) {
                    @Override
                    public void completed() {
                        held.giveBack();
                    }
                },
                answers);
        new BodyReader(freeing, limits, held, sent -> decode(freeing, held, sent)).start();
    }

    private void decode(Exchange exchange, BodyMemory.Holder held, byte[] sent) {
        Body body;
        try {
            body = Body.of(new ContentDecoding(limits.octets(), held)
                    .decode(sent, exchange.request().getHeaders().getValuesList(HttpHeader.CONTENT_ENCODING)));
        } catch (RefusedBodyException refused) {
            exchange.refuse(refused.answer());
            return;
        }
        answer(exchange, body);
    }

    private void answer(Exchange exchange, Body body) {
        LocalNotifier.set(notifier);
        Request request = exchange.request();
        String path = String.valueOf(request.getHttpURI().getPath());
        boolean isAdmin = isBelow(ADMIN, path);
        ResponseWriter writer = new ResponseWriter(getServer(), exchange.response(), exchange.done(), passed);
        try {
            ReceivedRequest received = RequestReader.read(request, body);
            if (isBelow(STATE, path)) {
                OwnAnswers.send(own.answer(received.message()).response(), exchange.response(), exchange.done());
                return;
            }
            if (!isAdmin && wiremock.isSilent()) {
                // WireMock would stumble over it, now or when the journal is read.
                if (BROKEN_ESCAPE.matcher(received.message().query()).find()) {
                    throw new IllegalArgumentException("an escape in the query is not two hexadecimal digits");
                }
                writer.respond(wiremock.answer(received.message(), received));
                return;
            }
            (isAdmin ? admin : stubs).handle(received, isAdmin ? new PlainRefusals(writer) : writer, null);
        } catch (NotAuthorisedException outside) {
            refuse(exchange, 404, "There is nothing under this name.");
        } catch (RuntimeException unreadable) {
            // The responder answers for its own faults, so that this is WireMock's way to say what it makes of the
            // request.
            notifier.error("A request could not be read", unreadable);
            refuse(
                    exchange,
                    400,
                    "Its path, query, headers or body are not as " + (isAdmin ? "the administration" : "HTTP")
                            + " wants them, such as an escape that is no %XX.");
        } catch (Error failure) {
            exchange.done().failed(failure);
        }
    }

    private static void refuse(Exchange exchange, int status, String detail) {
        exchange.refuse(unreadable(status, detail));
    }

    private static plumbline.contract.http.Response unreadable(int status, String detail) {
        return ProblemBody.of("unreadable-request", "The request cannot be read", detail)
                .response(status);
    }

    /** {@return whether a path is none of the contract, but is for whoever runs the mock} */
    static boolean isAdministration(String path) {
        return isBelow(ADMIN, path) || isBelow(STATE, path);
    }

    private static boolean isBelow(String prefix, String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
