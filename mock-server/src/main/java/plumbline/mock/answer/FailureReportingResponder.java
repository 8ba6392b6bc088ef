package plumbline.mock.answer;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.answer.problem.ProblemBody;
import plumbline.mock.because.Because;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;

/** Answers even where another responder fails by a fault of its own, and tells each such fault once. Thread-safe. */
public final class FailureReportingResponder implements Responder {
    private static final Pattern CLASS_NAME = Pattern.compile("\\b[a-z]+(?:\\.\\w+)*\\.[A-Z]\\w+|Exception|Error\\b");
    private static final int MOST_FAULTS = 100;

    private final Responder responder;
    private final BiConsumer<String, Throwable> listener;
    private final Set<Fault> told = new HashSet<>();

    /**
     * Makes a responder.
     *
     * @param listener takes the method and path of the request, and the failure
     */
    public FailureReportingResponder(Responder responder, BiConsumer<String, Throwable> listener) {
        this.responder = responder;
        this.listener = listener;
    }

    /** Where a failure comes from; what its message says may be different for each request. */
    private record Fault(Class<?> kind, List<StackTraceElement> trace) {
        static Fault of(Throwable failure) {
            // How deep a stack is when it overflows, and where, is a matter of chance.
            return failure instanceof StackOverflowError
                    ? new Fault(failure.getClass(), List.of())
                    : new Fault(
                            failure.getClass(),
                            Arrays.stream(failure.getStackTrace())
                                    .filter(frame -> frame.getClassName().startsWith("plumbline."))
                                    .toList());
        }
    }

    @Override
    public EngineAnswer answer(Request request) {
        try {
            return responder.answer(request);
        } catch (RuntimeException | Error failure) {
            if (isNew(failure)) {
                listener.accept(request.method() + " " + request.path(), failure);
            }
            return EngineAnswer.now(
                    new Cors(Set.of(), Set.of(AnswerOptions.ANYBODY)).readable(request, problem(failure)));
        }
    }

    /** Which class failed goes to the one who runs the mock; clients have no use for the names of our classes. */
    private static Response problem(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        boolean isTelling =
                failure.getMessage() != null && !CLASS_NAME.matcher(message).find();
        Response told = ProblemBody.of(
                        "internal-failure",
                        "The mock itself failed",
                        "This is a fault of Plumbline, not of the request" + (isTelling ? ": " + message : "")
                                + "; where it is stands in the mock's log: please report it.")
                .response(500);
        return new Because("a fault of Plumbline").on(told);
    }

    private synchronized boolean isNew(Throwable failure) {
        return told.size() < MOST_FAULTS && told.add(Fault.of(failure));
    }
}
