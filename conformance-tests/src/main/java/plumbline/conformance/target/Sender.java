package plumbline.conformance.target;

import plumbline.contract.http.Request;

/** Sends requests to a target. */
public interface Sender {
    /** {@return what came of sending exactly this request; its path holds the base path} */
    Answer send(Request request);
}
