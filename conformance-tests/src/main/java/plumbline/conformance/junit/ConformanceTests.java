package plumbline.conformance.junit;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import plumbline.conformance.Case;
import plumbline.conformance.Report;
import plumbline.conformance.Verdict;
import plumbline.conformance.report.FailureText;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;

/**
 * Makes a test class out of the suite: implement it, say what to test, and JUnit runs a test for each case.
 *
 * <pre>{@code
 * class ApiTests implements ConformanceTests {
 *     @Override
 *     public ConformanceOptions conformanceOptions() {
 *         return ConformanceOptions.of(URI.create("http://127.0.0.1:8080/api")).withContract("api.yaml");
 *     }
 * }
 * }</pre>
 */
public interface ConformanceTests {
    /** {@return what to test, against what; called once, after the methods that come before all tests} */
    ConformanceOptions conformanceOptions();

    /** {@return a container for each operation and phase, with a test for each case, linked to its place in the contract} */
    @TestFactory
    default List<DynamicNode> conformsToTheContract() {
        ConformanceOptions options = conformanceOptions();
        ConformanceRun run = ConformanceSuite.prepare(options);
        Instant start = Instant.now();
        Queue<Verdict> verdicts = new ConcurrentLinkedQueue<>();
        Map<String, List<DynamicNode>> groups = new LinkedHashMap<>();
        for (Case subject : run.plan().cases()) {
            String group = subject.operation().id() + ", " + subject.phase();
            groups.computeIfAbsent(group, name -> new ArrayList<>())
                    .add(dynamicTest(
                            subject.id(),
                            TestSources.of(subject.operation().node().place(), options.contract()),
                            () -> {
                                Verdict verdict = run.verify(subject);
                                verdicts.add(verdict);
                                report(verdict);
                            }));
        }
        List<DynamicNode> nodes = new ArrayList<>();
        groups.forEach((name, tests) -> nodes.add(dynamicContainer(name, tests)));
        nodes.add(dynamicTest("something was checked", () -> {
            Report report = run.report(List.copyOf(verdicts), start);
            if (report.conclusion() == Report.Conclusion.NOTHING_CHECKED) {
                throw new AssertionFailedError("no request was answered with success, so nothing was checked");
            }
        }));
        return nodes;
    }

    private static void report(Verdict verdict) {
        if (verdict instanceof Verdict.Skipped skipped) {
            abort(skipped.reason());
        }
        if (!verdict.findings().isEmpty()) {
            throw new AssertionFailedError(
                    verdict.subject().id() + ": " + String.join("\n", FailureText.lines(verdict)));
        }
    }
}
