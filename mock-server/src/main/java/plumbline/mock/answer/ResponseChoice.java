package plumbline.mock.answer;

import java.util.Comparator;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Operation;
import plumbline.contract.ResponseSpec;
import plumbline.contract.http.Response;

/**
 * Which documented response answers a valid request.
 *
 * @param spec the response; null if the status asked for is not documented
 * @param status the status to answer with
 */
record ResponseChoice(@Nullable ResponseSpec spec, int status) {
    private static final int OK = 200;

    static ResponseChoice of(Operation operation, OptionalInt code) {
        if (code.isPresent()) {
            int status = code.getAsInt();
            return new ResponseChoice(operation.response(status).orElse(null), status);
        }
        return operation.responses().stream()
                .filter(spec -> spec.key().startsWith("2"))
                .min(Comparator.comparing(ResponseSpec::key))
                .or(() -> operation.response("default"))
                .or(() -> operation.responses().stream().findFirst())
                .map(spec -> new ResponseChoice(spec, status(spec)))
                .orElseGet(() -> new ResponseChoice(null, OK));
    }

    private static int status(ResponseSpec spec) {
        if (spec.isExact()) {
            return Integer.parseInt(spec.key());
        }
        return "default".equals(spec.key()) ? OK : (spec.key().charAt(0) - '0') * 100;
    }

    static Response undocumented(Operation operation, int status) {
        String documented = String.join(
                ", ", operation.responses().stream().map(ResponseSpec::key).toList());
        return ProblemBody.of(
                        "undocumented-status",
                        "The status asked for is not documented",
                        operation.title() + " documents " + documented + ", not " + status + ".")
                .response(404);
    }
}
