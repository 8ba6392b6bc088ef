package plumbline.conformance.server;

import plumbline.contract.http.Request;

/** Answers requests. */
public interface Handler {
    Reply answer(Request request);
}
