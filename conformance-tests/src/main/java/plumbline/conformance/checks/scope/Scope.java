package plumbline.conformance.checks.scope;

import java.util.Optional;
import java.util.Set;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.text.PlainText;

/** What of the contract speaks about an exchange. */
public final class Scope {
    private static final Set<Integer> STATE = Set.of(404, 409, 410, 412);

    private Scope() {}

    /** {@return whether the answer is one of the operation itself, not of a method that it does not have} */
    public static boolean isOfOperation(Exchange exchange) {
        return exchange.subject()
                .request()
                .method()
                .equals(exchange.subject().operation().method());
    }

    /** {@return the documented response to an answer of the operation} */
    public static Optional<ResponseSpec> documented(Exchange exchange) {
        // What is odd enough may be refused by something that stands before the operation and knows no contract.
        boolean isRefusedBefore =
                exchange.subject().expectation() instanceof Expectation.Handled && exchange.status() >= 400;
        return isOfOperation(exchange) && !isRefusedBefore
                ? exchange.subject().operation().response(exchange.status())
                : Optional.empty();
    }

    /** {@return the documented media type of the answer} */
    public static Optional<MediaTypeSpec> content(Exchange exchange) {
        return documented(exchange)
                .flatMap(spec ->
                        mediaType(exchange.response()).flatMap(type -> MediaTypeSpec.covering(spec.content(), type)));
    }

    public static Optional<MediaType> mediaType(Response response) {
        return response.headers().first("Content-Type").flatMap(MediaType::parse);
    }

    /** {@return the body as JSON, if it says it is and is strictly so} */
    public static Optional<JsonNode> json(Response response) {
        if (mediaType(response).filter(MediaType::isJson).isEmpty()) {
            return Optional.empty();
        }
        return Json.readIfValid(response.body().bytes());
    }

    /** {@return whether the right request that an exchange is compared with was answered with success} */
    public static boolean isComparedWithSuccess(Exchange exchange) {
        return exchange.comparison()
                .filter(response -> Success.isDocumented(exchange.subject().operation(), response.status()))
                .isPresent();
    }

    /** {@return whether a status is about what exists, so that the request was found valid before} */
    public static boolean isOfState(int status) {
        return STATE.contains(status);
    }

    /** {@return whether the right request that an exchange is compared with was found valid, if nothing else} */
    public static boolean isComparedWithValid(Exchange exchange) {
        return isComparedWithSuccess(exchange)
                || exchange.comparison()
                        .filter(response -> isOfState(response.status()))
                        .isPresent();
    }

    /** {@return whether the operation has, by its contract, done what was asked} */
    public static boolean isSuccess(Exchange exchange) {
        return Success.isDocumented(exchange.subject().operation(), exchange.status());
    }

    /** {@return whether an answer redirects, and not to where a right request is redirected, so that it may be a refusal} */
    public static boolean isRedirectedElsewhere(Exchange exchange) {
        if (!Success.isRedirect(exchange.status())) {
            return false;
        }
        return exchange.comparison()
                .filter(right -> !Success.isRedirect(right.status())
                        || right.headers()
                                .first("Location")
                                .equals(exchange.response().headers().first("Location")))
                .isEmpty();
    }

    /** {@return the beginning of a text on one line} */
    public static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return PlainText.excerpt(line, 120);
    }
}
