package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.Timing;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.engine.journal.ExchangeLog;
import plumbline.mock.engine.journal.LoggedExchange;

/**
 * The journal in words of our own.
 *
 * @param journal the journal
 */
record JournalView(BoundedJournal journal) implements ExchangeLog {
    @Override
    public List<LoggedExchange> after(long number, int most) {
        return journal.after(number, most).stream().map(JournalView::exchange).toList();
    }

    @Override
    public long last() {
        return journal.last();
    }

    private static LoggedExchange exchange(JournalEntry kept) {
        ServeEvent event = kept.event();
        LoggedRequest logged = event.getRequest();
        @Nullable Date time = logged.getLoggedDate();
        @Nullable StubMapping stub = event.getStubMapping();
        byte @Nullable [] body = logged.getBody();
        Request request = Request.of(logged.getMethod().value(), logged.getUrl())
                .withHeaders(HeaderLines.lines(logged.getHeaders()))
                .withBody(body == null ? Body.empty() : Body.of(body));
        return new LoggedExchange(
                kept.number(),
                time == null ? Instant.EPOCH : time.toInstant(),
                request,
                response(event.getResponse()),
                millis(event),
                stub == null || ContractStub.is(stub) ? null : name(stub));
    }

    private static String name(StubMapping stub) {
        @Nullable String name = stub.getName();
        return name == null ? StubAnswers.request(stub) : name;
    }

    /** {@return how long it took, as far as that has been taken; WireMock's own sum lacks what is not complete} */
    private static int millis(ServeEvent event) {
        @Nullable Timing timing = event.getTiming();
        return timing == null
                ? 0
                : known(timing.getProcessTime()) + known(timing.getResponseSendTime()) + known(timing.getAddedDelay());
    }

    private static int known(@Nullable Integer millis) {
        return millis == null ? 0 : millis;
    }

    private static @Nullable Response response(@Nullable LoggedResponse logged) {
        if (logged == null || logged.getFault() != null) {
            return null;
        }
        byte @Nullable [] body = logged.getBody();
        return new Response(
                logged.getStatus(),
                HeaderLines.lines(logged.getHeaders()),
                body == null ? Body.empty() : Body.of(body));
    }
}
