package plumbline.mock.engine.http;

import plumbline.contract.http.Response;
import plumbline.mock.answer.problem.ProblemBody;

/** A body that the engine does not take, and what it says to the client. */
final class RefusedBodyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Response answer;

    private RefusedBodyException(int status, String type, String title, String detail) {
        super(detail);
        this.answer = ProblemBody.of(type, title, detail).response(status);
    }

    private RefusedBodyException(String detail, Response answer) {
        super(detail);
        this.answer = answer;
    }

    static RefusedBodyException tooLarge(long most) {
        return new RefusedBodyException(
                413,
                "body-too-large",
                "The body is too large",
                "A body may have " + most + " octets here, sent and decoded; send less, or allow more when the mock is"
                        + " started.");
    }

    static RefusedBodyException tooSlow() {
        return new RefusedBodyException(
                408, "body-too-slow", "The body did not come in time", "Send the whole body, and send it faster.");
    }

    static RefusedBodyException cutOff() {
        return new RefusedBodyException(
                400,
                "body-cut-off",
                "The body cannot be read",
                "It did not come whole, or not framed as HTTP wants it: see its Content-Length or chunks.");
    }

    static RefusedBodyException tooMany() {
        RefusedBodyException refused = new RefusedBodyException(
                503,
                "too-many-bodies",
                "Too many large bodies come at a time",
                "Try again in a second, or give the mock more memory.");
        return new RefusedBodyException(
                String.valueOf(refused.getMessage()), refused.answer.withHeader("Retry-After", "1"));
    }

    static RefusedBodyException unknownCoding(String coding) {
        RefusedBodyException refused = new RefusedBodyException(
                415,
                "unknown-content-encoding",
                "The content encoding is not known",
                "The mock can decode gzip and deflate, not '" + coding + "'.");
        return new RefusedBodyException(
                String.valueOf(refused.getMessage()), refused.answer.withHeader("Accept-Encoding", "gzip, deflate"));
    }

    static RefusedBodyException brokenCoding(String coding) {
        return new RefusedBodyException(
                400,
                "broken-content-encoding",
                "The body cannot be decoded",
                "Its Content-Encoding says " + coding + ", but the octets are not that, or not all of it.");
    }

    Response answer() {
        return answer;
    }
}
