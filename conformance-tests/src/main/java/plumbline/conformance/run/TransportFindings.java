package plumbline.conformance.run;

import plumbline.conformance.Case;
import plumbline.conformance.CheckId;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.target.Answer;
import plumbline.finding.Finding;

/** What it means when no whole answer comes. */
final class TransportFindings {
    private TransportFindings() {}

    static CheckId idOf(Answer.Broken answer) {
        return switch (answer.fault()) {
            case TRUNCATED, SURPLUS -> CheckId.CONTENT_LENGTH;
            case UNREACHABLE, TIMEOUT, CHUNKS, CUT -> CheckId.CONNECTION;
        };
    }

    static Finding finding(Case subject, Answer.Broken answer) {
        return idOf(answer)
                .finding(answer.message())
                .comparing(
                        subject.expectation().text(),
                        (answer.fault() == Answer.Fault.SURPLUS ? "more than that after " : "no whole answer after ")
                                + answer.elapsed().toMillis() + " ms")
                .withHint(hint(answer.fault()));
    }

    private static String hint(Answer.Fault fault) {
        return switch (fault) {
            case UNREACHABLE -> "the server stopped listening during the run: look into its log";
            case TIMEOUT -> "answer sooner, or allow more time with " + RunSetting.TIMEOUT;
            case TRUNCATED -> "send as many octets as Content-Length says";
            case SURPLUS ->
                "send no more octets than Content-Length says, and none with HEAD, 204 and 304 (RFC 9112, section 6.3)";
            case CHUNKS ->
                "write the length of each chunk before it, and a chunk of length 0 at the end (RFC 9112, section 7.1)";
            case CUT -> "answer every request with a whole HTTP response: look into the log of the server";
        };
    }
}
