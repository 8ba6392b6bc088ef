package plumbline.conformance.run;

import plumbline.conformance.Case;
import plumbline.conformance.CheckId;
import plumbline.conformance.RunSetting;
import plumbline.conformance.target.Answer;
import plumbline.finding.Finding;

/** What it means when no whole answer comes. */
final class TransportFindings {
    private TransportFindings() {}

    static CheckId idOf(Answer.Broken answer) {
        return answer.fault() == Answer.Fault.TRUNCATED ? CheckId.CONTENT_LENGTH : CheckId.CONNECTION;
    }

    static Finding finding(Case subject, Answer.Broken answer) {
        return idOf(answer)
                .finding(answer.message())
                .comparing(
                        subject.expectation().text(),
                        "no whole answer after " + answer.elapsed().toMillis() + " ms")
                .withHint(hint(answer.fault()));
    }

    private static String hint(Answer.Fault fault) {
        return switch (fault) {
            case UNREACHABLE -> "the server stopped listening during the run: look into its log";
            case TIMEOUT -> "answer sooner, or allow more time with " + RunSetting.TIMEOUT;
            case TRUNCATED -> "send as many octets as Content-Length says";
            case CUT -> "answer every request with a whole HTTP response: look into the log of the server";
        };
    }
}
