package plumbline.mock.engine.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/**
 * A request that has come and what it was answered with, both without credentials.
 *
 * @param number rises with each
 * @param time when it came
 * @param request the request
 * @param response the response; null if the connection was broken
 * @param millis how long it took
 * @param stub the name or the request of the user's stub that answered; null if the contract did
 */
public record LoggedExchange(
        long number,
        Instant time,
        Request request,
        @Nullable Response response,
        int millis,
        @Nullable String stub) {}
