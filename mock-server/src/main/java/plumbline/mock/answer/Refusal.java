package plumbline.mock.answer;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.validation.Violation;
import plumbline.mock.answer.problem.ProblemBody;

/**
 * The status and the problem with which an invalid request is refused.
 *
 * @param statuses the keys of documented responses to look for, best first
 * @param status the status if none of them is documented
 * @param problem the problem
 */
record Refusal(List<String> statuses, int status, ProblemBody problem) {
    static final int NOT_ACCEPTABLE = 406;

    static Refusal switchedOff(int status) {
        return new Refusal(
                List.of(Integer.toString(status), status / 100 + "XX", "default"),
                status,
                ProblemBody.of(
                        "switched-off",
                        "The operation is set to fail",
                        "The mock was told to answer it with " + status + " for a while."));
    }

    static Refusal unauthorized(List<Violation> violations) {
        return new Refusal(
                List.of("401", "4XX", "default"),
                401,
                new ProblemBody(
                        "unauthorized",
                        "Credentials are needed",
                        "Send credentials of the documented kind; the mock takes any that are well-formed.",
                        violations));
    }

    static Refusal invalid(List<Violation> violations) {
        Violation first = violations.get(0);
        String detail = violations.size() == 1
                ? first.location() + " " + first.message() + "."
                : violations.size() + " violations; the first: " + first.location() + " " + first.message() + ".";
        if (violations.stream().anyMatch(violation -> "mediaType".equals(violation.rule()))) {
            return new Refusal(
                    List.of("415", "4XX", "default"),
                    415,
                    new ProblemBody("unsupported-media-type", "The media type is not documented", detail, violations));
        }
        if (violations.stream().anyMatch(Violation::isUnreadableBody)) {
            return new Refusal(
                    List.of("400", "4XX", "default"),
                    400,
                    new ProblemBody("unreadable-body", "The body cannot be read", detail, violations));
        }
        return new Refusal(
                List.of("422", "400", "4XX", "default"),
                422,
                new ProblemBody("invalid-request", "The request breaks the contract", detail, violations));
    }

    static Refusal notAcceptable(ProblemBody problem) {
        return new Refusal(List.of("406", "4XX", "default"), NOT_ACCEPTABLE, problem);
    }

    static Refusal unknownItem(String path) {
        return new Refusal(
                List.of("404", "4XX", "default"),
                404,
                ProblemBody.of("unknown-item", "There is no such item", "No fixture answers " + path + "."));
    }

    /** {@return the documented response to refuse with, the wished one if it will do; null if none is documented} */
    @Nullable
    ResponseSpec documented(Operation operation, OptionalInt wished) {
        String wish = wished.isPresent() ? Integer.toString(wished.getAsInt()) : "";
        return Stream.concat(statuses.stream().filter(wish::equals), statuses.stream())
                .flatMap(key -> operation.response(key).stream())
                .findFirst()
                .orElse(null);
    }

    /** {@return the status to refuse with, given the documented response} */
    int status(ResponseSpec spec) {
        return spec.isExact() ? Integer.parseInt(spec.key()) : status;
    }
}
