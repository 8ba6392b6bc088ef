package plumbline.conformance.report.results;

import plumbline.conformance.result.Transcript;
import plumbline.text.PlainText;

/** Tells in a line what was sent and what came. */
public final class ExchangeText {
    private static final int LONGEST = 120;

    private ExchangeText() {}

    /** {@return the query and the body that were sent, as far as they are kept; empty if there were none} */
    public static String sent(CaseResult entry) {
        Transcript transcript = entry.trace().details().transcript();
        if (transcript == null) {
            return "";
        }
        String line = transcript.request().head().split("\n", 2)[0];
        String target = line.replaceFirst("^[^ ]* ", "").replaceFirst(" HTTP/1.1$", "");
        int query = target.indexOf('?');
        String values = query < 0 ? "" : PlainText.excerpt(target.substring(query), LONGEST);
        return (values + " " + excerpt(transcript.request().body())).strip();
    }

    /** {@return the status and the beginning of the body of a refusal or a failure; empty if there is none} */
    public static String answered(CaseResult entry) {
        Transcript transcript = entry.trace().details().transcript();
        int status = entry.trace().status();
        return transcript == null
                        || status < 400
                        || transcript.response().body().isBlank()
                ? ""
                : status + " " + excerpt(transcript.response().body());
    }

    private static String excerpt(String text) {
        return PlainText.excerpt(text.strip().replaceAll("\\s+", " "), LONGEST);
    }
}
