package plumbline.conformance.report;

import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.output.JunitLog;
import plumbline.output.JunitTest;

/** Writes a report in the XML that build servers read: a suite for each operation and phase, a test for each case. */
public final class JunitXml {
    private static final String RUN = "run";

    private JunitXml() {}

    /** {@return the report as JUnit XML} */
    public static String write(Report report) {
        StringWriter text = new StringWriter();
        write(Results.of(report), text);
        return text.toString();
    }

    static void write(Results report, Writer writer) {
        Map<String, List<CaseResult>> suites = new LinkedHashMap<>();
        for (CaseResult entry : report.entries()) {
            String suite = entry.operation() + " " + entry.phase();
            suites.computeIfAbsent(suite, name -> new ArrayList<>()).add(entry);
        }
        Map<String, String> run = new LinkedHashMap<>();
        run.put("time", JunitLog.seconds(report.heading().elapsed()));
        List<JunitTest> cut = cut(report.heading());
        run.putAll(totals(report.entries(), cut.size()));
        JunitLog.write(writer, "plumbline", run, log -> {
            suites.forEach((name, entries) -> log.suite(
                    name,
                    attributes(report.heading(), entries, 0),
                    entries.stream().map(JunitXml::test)));
            if (!cut.isEmpty()) {
                log.suite(RUN, attributes(report.heading(), List.of(), cut.size()), cut.stream());
            }
        });
    }

    /** What was not sent is skipped, which build servers take for right; so a test of its own fails for it. */
    private static List<JunitTest> cut(Report.Heading heading) {
        return heading.cuts().stream()
                .map(note -> new JunitTest(
                        "plumbline." + RUN,
                        RUN + "/to-its-end",
                        Optional.empty(),
                        new JunitTest.Failed(true, Report.Conclusion.ENDED_EARLY.name(), note, heading.notes())))
                .toList();
    }

    private static Map<String, String> attributes(Report.Heading heading, List<CaseResult> entries, int cut) {
        Map<String, String> suite = new LinkedHashMap<>();
        suite.put("hostname", heading.target());
        suite.put("timestamp", heading.start().toString());
        Duration time = entries.stream().map(entry -> entry.trace().elapsed()).reduce(Duration.ZERO, Duration::plus);
        suite.put("time", JunitLog.seconds(time));
        suite.putAll(totals(entries, cut));
        return suite;
    }

    private static Map<String, String> totals(List<CaseResult> entries, int cut) {
        Map<Verdict.Outcome, Integer> counts = new TreeMap<>();
        entries.forEach(entry -> counts.merge(entry.outcome(), 1, Integer::sum));
        Map<String, String> totals = new LinkedHashMap<>();
        totals.put("tests", Integer.toString(entries.size() + cut));
        totals.put("failures", Integer.toString(counts.getOrDefault(Verdict.Outcome.FAILED, 0)));
        totals.put("errors", Integer.toString(counts.getOrDefault(Verdict.Outcome.BROKEN, 0) + cut));
        totals.put("skipped", Integer.toString(counts.getOrDefault(Verdict.Outcome.SKIPPED, 0)));
        return totals;
    }

    private static JunitTest test(CaseResult entry) {
        return new JunitTest(
                "plumbline." + entry.operation(),
                entry.id(),
                Optional.of(entry.trace().elapsed()),
                outcome(entry));
    }

    private static JunitTest.Outcome outcome(CaseResult entry) {
        if (entry.outcome() == Verdict.Outcome.SKIPPED) {
            return new JunitTest.Skipped(entry.reason());
        }
        if (entry.findings().isEmpty()) {
            return new JunitTest.Passed();
        }
        return new JunitTest.Failed(
                entry.outcome() == Verdict.Outcome.BROKEN,
                entry.findings().get(0).check(),
                entry.findings().get(0).message(),
                FailureText.lines(entry));
    }
}
