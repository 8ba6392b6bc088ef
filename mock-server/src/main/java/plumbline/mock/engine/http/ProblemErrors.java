package plumbline.mock.engine.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import plumbline.mock.answer.problem.ProblemBody;

/** Answers for what Jetty itself refuses or fails at: with a problem that tells nothing of the machine. */
final class ProblemErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback done) {
        int status = response.getStatus();
        ProblemBody problem = isOurs(status)
                ? ProblemBody.of(
                        "engine-failure", "The mock could not answer", "It failed before the contract could be asked.")
                : ProblemBody.of(
                        "not-http",
                        "The request cannot be read",
                        "It is not as HTTP wants it: " + HttpStatus.getMessage(status) + ".");
        OwnAnswers.send(problem.response(status), response, done);
        return true;
    }

    /** What is not implemented, or a version that is not known, is what the client asks for. */
    private static boolean isOurs(int status) {
        return HttpStatus.isServerError(status)
                && status != HttpStatus.NOT_IMPLEMENTED_501
                && status != HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505;
    }
}
