package plumbline.conformance.probe;

import java.util.Optional;
import plumbline.conformance.Success;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;

/**
 * A request that was sent to learn something of the set-up, and what came of it.
 *
 * @param request the request as it was sent
 * @param isKnown whether all that it names is said to exist
 */
record Inquiry(Operation operation, Request request, boolean isKnown, Answer answer) {
    Optional<Response> response() {
        return answer instanceof Answer.Received received ? Optional.of(received.response()) : Optional.empty();
    }

    /** {@return the status; 0 if no answer came} */
    int status() {
        return response().map(Response::status).orElse(0);
    }

    boolean isSuccess() {
        return Success.isDocumented(operation, status()) && !isStrangePage();
    }

    /** {@return whether a web page came where the contract has none} */
    boolean isStrangePage() {
        return response().filter(Inquiry::isPage).isPresent() && !isDocumentedPage();
    }

    private boolean isDocumentedPage() {
        Optional<MediaType> type = response().flatMap(Inquiry::type);
        return operation
                .response(status())
                .filter(documented -> documented.content().isEmpty()
                        || type.flatMap(page -> MediaTypeSpec.covering(documented.content(), page))
                                .isPresent())
                .isPresent();
    }

    /** {@return whether an answer is written for people} */
    static boolean isPage(Response response) {
        return type(response)
                .filter(type -> "text/html".equals(type.essence()) || "application/xhtml+xml".equals(type.essence()))
                .isPresent();
    }

    private static Optional<MediaType> type(Response response) {
        return response.headers().first("Content-Type").flatMap(MediaType::parse);
    }
}
