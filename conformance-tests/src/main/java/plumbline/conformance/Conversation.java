package plumbline.conformance;

import java.util.Optional;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;

/** The requests of one story, each judged by all checks. */
public interface Conversation {
    /**
     * Sends a request with credentials, and judges the answer.
     *
     * @param step what it is for, to stand before what is found
     * @return the response; nothing if none came
     */
    Optional<Response> send(String step, Operation operation, Request request, Expectation expectation);

    /** {@return a request as it is best sent, in place of one that may be refused though the contract allows it} */
    default Request prepared(Operation operation, Request planned) {
        return planned;
    }

    /** {@return whether this refusal of a right request has told how to {@linkplain #prepared prepare} a better one} */
    default boolean isTelling(Operation operation, Request right, Response refusal) {
        return false;
    }

    /** {@return a request that puts something where nothing is, in place of one that may be about what exists} */
    default Request elsewhere(Operation put, Request planned) {
        return planned;
    }

    /** Says that something could be told, and what is wrong, if anything is. */
    void conclude(CheckId check, Optional<Finding> finding);
}
