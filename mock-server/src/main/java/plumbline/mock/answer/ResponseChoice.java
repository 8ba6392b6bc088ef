package plumbline.mock.answer;

import java.util.Comparator;
import java.util.OptionalInt;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.answer.problem.ProblemBody;

/**
 * Which documented response answers a valid request.
 *
 * @param spec the response
 * @param status the status to answer with
 */
record ResponseChoice(ResponseSpec spec, int status) {
    private static final int OK = 200;

    /**
     * {@return the response with this status, or else that of success}
     *
     * @throws UnavailableException if the status is not documented
     */
    static ResponseChoice of(Operation operation, OptionalInt code) throws UnavailableException {
        if (operation.responses().isEmpty()) {
            throw silent(operation);
        }
        if (code.isPresent()) {
            int status = code.getAsInt();
            ResponseSpec spec = operation.response(status).orElseThrow(() -> undocumented(operation, status));
            if (spec.isInterim()) {
                throw interim(operation);
            }
            return new ResponseChoice(spec, status);
        }
        return operation.responses().stream()
                .filter(ResponseSpec::isSuccess)
                .min(Comparator.comparing(ResponseSpec::key))
                .or(() -> operation.response("default"))
                .or(() -> operation.responses().stream()
                        .filter(spec -> !spec.isInterim())
                        .findFirst())
                .map(spec -> new ResponseChoice(spec, status(spec)))
                .orElseThrow(() -> interim(operation));
    }

    private static int status(ResponseSpec spec) {
        if (spec.isExact()) {
            return Integer.parseInt(spec.key());
        }
        return "default".equals(spec.key()) ? OK : (spec.key().charAt(0) - '0') * 100;
    }

    private static UnavailableException silent(Operation operation) {
        return new UnavailableException(
                ProblemBody.of(
                        "no-response",
                        "The operation documents no response",
                        operation.title()
                                + " documents no response, so that there is none to answer with: add 'responses:'"
                                + " to it."),
                501);
    }

    private static UnavailableException interim(Operation operation) {
        return new UnavailableException(
                ProblemBody.of(
                        "interim-response",
                        "What is documented is no answer",
                        operation.title()
                                + " documents a status below 200, after which something else follows, such as another"
                                + " protocol, which the mock does not speak: add what answers a plain request."),
                501);
    }

    private static UnavailableException undocumented(Operation operation, int status) {
        String documented = String.join(
                ", ", operation.responses().stream().map(ResponseSpec::key).toList());
        return new UnavailableException(
                ProblemBody.of(
                        "undocumented-status",
                        "The status asked for is not documented",
                        operation.title() + " documents " + documented + ", not " + status + "."),
                404);
    }
}
