package plumbline.mock.engine;

import plumbline.contract.http.Request;

/** Answers requests; called by many threads at a time. */
@FunctionalInterface
public interface Responder {
    /**
     * {@return the answer to this request}
     *
     * <p>A request with the method {@code HEAD} is answered as {@code GET} would be: the engine leaves out the body and
     * keeps its length.
     */
    EngineAnswer answer(Request request);
}
