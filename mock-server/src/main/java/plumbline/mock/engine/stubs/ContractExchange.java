package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.Encoding;
import com.github.tomakehurst.wiremock.common.Timing;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.common.base.Stopwatch;
import com.google.common.base.Ticker;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;

/**
 * A request that the contract answered without WireMock.
 *
 * @param request the request
 * @param answer the answer
 * @param millis when it came, in milliseconds of the epoch
 * @param nanos how long the answer took to make
 * @param stub what WireMock would have matched
 * @param redaction leaves credentials out
 */
record ContractExchange(
        Request request, EngineAnswer answer, long millis, long nanos, ContractStub stub, JournalRedaction redaction)
        implements Supplier<ServeEvent> {
    long octets() {
        return (long) request.getBody().length + answer.response().body().bytes().length;
    }

    /** {@return what WireMock would have recorded} */
    @Override
    public ServeEvent get() {
        return redaction.of(new ServeEvent(
                UUID.randomUUID(),
                logged(),
                stub.mapping(),
                ContractStub.definition(answer),
                response(),
                false,
                timing(),
                new ConcurrentLinkedQueue<>()));
    }

    // WireMock takes the time at which its record is made, and gives away the object that holds it.
    @SuppressWarnings("JavaUtilDate")
    private LoggedRequest logged() {
        LoggedRequest logged = LoggedRequest.createFrom(request);
        logged.getLoggedDate().setTime(millis);
        return logged;
    }

    private LoggedResponse response() {
        Response response = answer.response();
        return new LoggedResponse(
                response.status(),
                new HeaderLines(response.headers()),
                Encoding.encodeBase64(response.body().bytes()),
                answer.breakage() == null ? null : ContractStub.fault(answer.breakage()),
                null);
    }

    private Timing timing() {
        Timing timing = Timing.create();
        timing.setAddedTime(Math.toIntExact(answer.delay().toMillis()));
        Stopwatch watch = Stopwatch.createStarted(new Ticker() {
            private long now = -nanos;

            @Override
            public long read() {
                now += nanos;
                return now;
            }
        });
        timing.logProcessTime(watch);
        return timing;
    }
}
