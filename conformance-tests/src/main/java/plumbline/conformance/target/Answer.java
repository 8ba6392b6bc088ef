package plumbline.conformance.target;

import java.time.Duration;
import plumbline.contract.http.Response;

/** What came of sending a request. */
public sealed interface Answer {
    /** {@return the time from the start of sending to the end of receiving} */
    Duration elapsed();

    /**
     * A whole response came.
     *
     * @param response the response, its body decoded as far as its Content-Encoding could be followed
     * @param sentLength the number of octets of the body before they were decoded
     * @param codingFault why the body could not be decoded; empty if it could
     * @param elapsed the time it took
     */
    record Received(Response response, long sentLength, String codingFault, Duration elapsed) implements Answer {}

    /**
     * No whole response came.
     *
     * @param fault what went wrong
     * @param message the same in words
     * @param elapsed the time it took
     */
    record Broken(Fault fault, String message, Duration elapsed) implements Answer {}

    /** The ways in which a response can fail to come. */
    enum Fault {
        /** No connection could be made. */
        UNREACHABLE,
        /** The response did not come, or did not end, in time. */
        TIMEOUT,
        /** The connection ended before the body did. */
        TRUNCATED,
        /** The body did not end where it was said to. */
        SURPLUS,
        /** The body came in chunks that are none, or without the last one. */
        CHUNKS,
        /** The connection ended, or what came was not HTTP. */
        CUT
    }
}
