package plumbline.guard.report;

import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.finding.Finding;
import plumbline.finding.Rule;
import plumbline.finding.Severity;
import plumbline.guard.Assessment;
import plumbline.guard.rules.GuardRule;
import plumbline.output.JunitLog;
import plumbline.output.JunitTest;

/** Writes findings in the XML that build servers read: a test for each rule, which errors and warnings make fail. */
final class AssessmentJunit {
    private AssessmentJunit() {}

    static void write(Assessment assessment, Writer writer) {
        Set<Rule> rules = new LinkedHashSet<>(GuardRule.all());
        assessment.findings().forEach(finding -> rules.add(finding.rule()));
        List<JunitTest> tests =
                rules.stream().map(rule -> test(rule, broken(assessment, rule))).toList();
        Map<String, String> totals = new LinkedHashMap<>();
        totals.put("tests", Integer.toString(tests.size()));
        long failures = tests.stream()
                .filter(test -> test.outcome() instanceof JunitTest.Failed)
                .count();
        totals.put("failures", Long.toString(failures));
        JunitLog.write(
                writer,
                "plumbline",
                totals,
                log -> log.suite("plumbline check " + assessment.document(), totals, tests.stream()));
    }

    private static List<Finding> broken(Assessment assessment, Rule rule) {
        return assessment.findings().stream()
                .filter(finding -> finding.rule().equals(rule) && finding.severity() != Severity.NOTE)
                .toList();
    }

    private static JunitTest test(Rule rule, List<Finding> findings) {
        JunitTest.Outcome outcome = findings.isEmpty()
                ? new JunitTest.Passed()
                : new JunitTest.Failed(
                        false,
                        rule.id(),
                        findings.get(0).toString(),
                        findings.stream().map(Finding::toString).toList());
        return new JunitTest("plumbline.check", rule.id(), Optional.empty(), outcome);
    }
}
