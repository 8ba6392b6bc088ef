package plumbline.conformance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.Response;

/**
 * A case and what came back.
 *
 * @param subject the case
 * @param answer the answer to its request
 * @param baseline the answer to the request that it is compared with; null if there is none
 */
public record Exchange(Case subject, Answer.Received answer, Answer.@Nullable Received baseline) {
    /** {@return the response to the request of the case} */
    public Response response() {
        return answer.response();
    }

    /** {@return the status of the response} */
    public int status() {
        return answer.response().status();
    }

    /** {@return the response that this one is compared with} */
    public Optional<Response> comparison() {
        return Optional.ofNullable(baseline).map(Answer.Received::response);
    }
}
