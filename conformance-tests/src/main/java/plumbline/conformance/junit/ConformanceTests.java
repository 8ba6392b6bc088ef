package plumbline.conformance.junit;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import plumbline.conformance.Case;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.SuiteSettings;

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

    /**
     * {@return the folder whose {@code plumbline.yaml} says what {@link #conformanceOptions} leaves open, and below which
     * reports are written: into {@code target/plumbline}, unless the file names another folder as {@code report-dir}}
     */
    default Path projectFolder() {
        return Path.of("");
    }

    /**
     * Called before each case, such as to put the server into the state that it starts from. Does nothing unless it is
     * overridden.
     */
    default void beforeCase(Case subject) {}

    /** {@return a container for each operation and phase, with a test for each case, linked to its place in the contract} */
    @TestFactory
    default List<DynamicNode> conformsToTheContract() {
        return new SuiteTree(getClass(), conformanceOptions(), SuiteSettings.in(projectFolder()), this::beforeCase)
                .nodes();
    }
}
