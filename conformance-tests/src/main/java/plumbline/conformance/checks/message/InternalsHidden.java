package plumbline.conformance.checks.message;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.checks.scope.Scope;
import plumbline.finding.Finding;

/** Errors do not show what the server is made of: stack traces and messages of databases. */
final class InternalsHidden implements Check {
    private static final int LONGEST = 200_000;

    /** Whole lines of traces only: that an error happened somewhere may be said. */
    private static final List<Pattern> TRACES = List.of(
            Pattern.compile("\\bat [\\w$.]{1,200}\\([\\w$]{1,100}\\.(?:java|kt|scala|groovy):[0-9]+\\)"),
            Pattern.compile("Traceback \\(most recent call last\\)"),
            Pattern.compile("File [\\\\]?\"[^\"]{1,200}\\.py[\\\\]?\", line [0-9]+"),
            Pattern.compile("\\bat [\\w.<>`]{1,200}\\([^)]{0,200}\\) in [^:]{1,200}:[^:]{0,200}:?line [0-9]+"),
            Pattern.compile("\\bat [^\\n(]{1,200}\\((?:file://|node:|/)[^)\\n]{1,200}\\.[cm]?[jt]s:[0-9]+:[0-9]+\\)"),
            Pattern.compile("#0 /[^\\n(]{1,200}\\.php\\([0-9]+\\)"),
            Pattern.compile("\\.rb:[0-9]+:in ['`]"),
            Pattern.compile("goroutine [0-9]+ \\[running]"),
            Pattern.compile("SQLSTATE\\[[0-9A-Z]{5}]|\\bORA-[0-9]{5}\\b|You have an error in your SQL syntax"));

    @Override
    public CheckId id() {
        return CheckId.INTERNALS_HIDDEN;
    }

    @Override
    public String purpose() {
        return "errors show no stack traces and no messages of databases";
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (exchange.status() < 400 || exchange.response().body().isEmpty()) {
            return Judgement.notApplied();
        }
        String body = exchange.response().body().text();
        String text = body.length() <= LONGEST ? body : body.substring(0, LONGEST);
        return TRACES.stream()
                .map(trace -> trace.matcher(text))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> Judgement.of(finding(found.group())))
                .orElseGet(Judgement::good);
    }

    private Finding finding(String trace) {
        return id().finding("the error shows what the server is made of")
                .comparing("an error that says what the client can do", Scope.excerpt(trace))
                .at("body")
                .withHint("keep stack traces and database messages in the log of the server");
    }
}
