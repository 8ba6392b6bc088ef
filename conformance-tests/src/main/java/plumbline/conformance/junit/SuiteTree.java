package plumbline.conformance.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicNode;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import plumbline.conformance.Case;
import plumbline.conformance.hooks.Hooks;
import plumbline.conformance.report.FailureText;
import plumbline.conformance.report.RunReporting;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.suite.SuiteSettings;
import plumbline.conformance.target.UnreachableException;
import plumbline.contract.document.Place;
import plumbline.output.ReportFolder;

/** The tests of one run, and the reports that are written after them. */
final class SuiteTree {
    private final Class<?> testClass;
    private final ConformanceOptions options;
    private final SuiteSettings settings;
    private final Hooks hooks;
    private final Consumer<Case> beforeCase;
    private final ConformanceRun run;
    private final Queue<Verdict> verdicts = new ConcurrentLinkedQueue<>();

    /**
     * Plans the tests.
     *
     * @param testClass the class that they are tests of
     * @param said what the class says
     * @param beforeCase called before each case
     */
    SuiteTree(Class<?> testClass, ConformanceOptions said, SuiteSettings settings, Consumer<Case> beforeCase) {
        this.testClass = testClass;
        this.settings = settings;
        this.beforeCase = beforeCase;
        this.hooks = Hooks.of(settings.settings(), settings.folder());
        ConformanceOptions complete = settings.complete(said);
        for (Map.Entry<String, String> value :
                hooks.runBefore(said.target().baseUrl()).entrySet()) {
            complete = complete.withValue(value.getKey(), value.getValue());
        }
        this.options = complete;
        this.run = ConformanceSuite.prepare(options);
    }

    List<DynamicNode> nodes() {
        Instant start = Instant.now();
        Map<String, List<DynamicNode>> groups = new LinkedHashMap<>();
        for (Case subject : run.plan().cases()) {
            String group = subject.operation().id() + ", " + subject.phase();
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(test(subject));
        }
        List<DynamicNode> nodes = new ArrayList<>();
        groups.forEach((name, tests) -> nodes.add(dynamicContainer(name, tests)));
        nodes.add(dynamicTest("something was checked", () -> end(start)));
        return nodes;
    }

    private DynamicNode test(Case subject) {
        return dynamicTest(
                subject.id(),
                TestSources.of(subject.operation().node().place(), options.contract()),
                () -> report(verdict(subject)));
    }

    private Verdict verdict(Case subject) {
        try {
            beforeCase.accept(subject);
            Verdict verdict = run.verify(subject);
            verdicts.add(verdict);
            return verdict;
        } catch (UnreachableException e) {
            throw at(subject.operation().node().place(), new AssertionFailedError(e.getMessage()));
        }
    }

    private void report(Verdict verdict) {
        Place place = verdict.subject().operation().node().place();
        if (verdict instanceof Verdict.Skipped skipped) {
            throw at(place, new TestAbortedException(skipped.reason()));
        }
        if (!verdict.findings().isEmpty()) {
            throw at(
                    place,
                    new AssertionFailedError(
                            verdict.subject().id() + ": " + String.join("\n", FailureText.lines(verdict))));
        }
    }

    private void end(Instant start) throws IOException {
        run.cleanUp();
        hooks.runAfter(options.target().baseUrl());
        Report report = run.report(List.copyOf(verdicts), start);
        new ReportFolder(settings.reportFolder()).write(new RunReporting(Results.of(report)), settings.formats());
        if (run.lost().isPresent()) {
            throw at(
                    new Place(report.heading().document(), 0, 0, ""),
                    new AssertionFailedError(
                            "the run ended early: " + run.lost().get()));
        }
        if (report.conclusion() == Report.Conclusion.NOTHING_CHECKED) {
            throw at(
                    new Place(report.heading().document(), 0, 0, ""),
                    new AssertionFailedError("no request was answered with success, so nothing was checked"));
        }
        if (report.extent().unanswered().isFailure()) {
            throw at(
                    new Place(report.heading().document(), 0, 0, ""),
                    new AssertionFailedError(report.extent().unanswered().text()));
        }
    }

    /** How we got there says nothing to whoever reads the failure: the test and the place in the contract do. */
    private <T extends Throwable> T at(Place place, T failure) {
        int line = place.line() == 0 ? -1 : place.line();
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(testClass.getName(), "conformsToTheContract", place.file(), line)
        });
        return failure;
    }
}
