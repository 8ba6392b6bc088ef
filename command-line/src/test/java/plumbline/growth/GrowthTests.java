package plumbline.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Case;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.contract.Contract;
import plumbline.contract.DocumentReading;
import plumbline.contract.Match;
import plumbline.contract.document.ReferencePolicy;
import plumbline.guard.Guard;
import plumbline.guard.GuardOptions;

/**
 * Ten times as many operations are ten times as much work, and no more. Work is counted in octets that are allocated, which are
 * nearly the same however busy the machine is.
 */
class GrowthTests {
    private static final int FEW = 40;
    private static final int MANY = 10 * FEW;

    /** What is done once, whatever the number of operations, makes it less than ten; what is squared would make it a hundred. */
    private static final double TENFOLD = 13;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder = Path.of("");

    private Path few = Path.of("");
    private Path many = Path.of("");

    /** What is done with a document. */
    @FunctionalInterface
    private interface Work {
        Object on(Path document) throws IOException;
    }

    @BeforeEach
    void writeDocuments() throws IOException {
        few = Files.writeString(folder.resolve("few.json"), GrownDocument.of(FEW));
        many = Files.writeString(folder.resolve("many.json"), GrownDocument.of(MANY));
    }

    private double growth(Work work) throws IOException {
        // What is made once for all is made by the first one.
        work.on(few);
        double before = allocated(work, few);
        return allocated(work, many) / before;
    }

    private static double allocated(Work work, Path document) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThat(work.on(document)).isNotNull();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void isThatOfTheDocumentWhereItIsRead() throws IOException {
        assertThat(growth(Contract::read)).isLessThan(TENFOLD);
    }

    @Test
    void isNoneWhereARequestIsMatched() throws IOException {
        Contract small = Contract.read(few);
        Contract large = Contract.read(many);

        assertThat(growth(document -> match(document.equals(few) ? small : large)))
                .isLessThan(2);
    }

    private static Match match(Contract contract) {
        Match match = contract.match("GET", "/things7/12");
        assertThat(match).isInstanceOf(Match.Found.class);
        return match;
    }

    @Test
    void isThatOfTheDocumentWhereItIsChecked() throws IOException {
        assertThat(growth(document -> Guard.assess(options(document)))).isLessThan(TENFOLD);
    }

    @Test
    void isThatOfTheDocumentWhereItIsCompared() throws IOException {
        assertThat(growth(document -> Guard.assess(
                        options(document).withOld(reading(document), "before").withOnlyChanges())))
                .isLessThan(TENFOLD);
    }

    @Test
    void isThatOfTheCasesWhereARunIsPlanned() throws IOException {
        assertThat(growth(GrowthTests::planned)).isLessThan(TENFOLD);
    }

    @Test
    void isThatOfTheCasesWhereMoreCouldBeTriedThanIsSent() throws IOException {
        Files.writeString(few, GrownDocument.withChoices(3));
        Files.writeString(many, GrownDocument.withChoices(30));

        assertThat(planned(few)).hasSameSizeAs(planned(many));
        assertThat(growth(GrowthTests::planned)).isLessThan(2);
    }

    private static List<Case> planned(Path document) {
        return ConformanceSuite.prepare(
                        ConformanceOptions.of(URI.create("http://127.0.0.1:1")).withContract(document.toString()))
                .plan()
                .cases();
    }

    private static GuardOptions options(Path document) {
        return GuardOptions.builtIn().withContract(document.toString());
    }

    private static DocumentReading reading(Path document) {
        return DocumentReading.of(document.toString(), ReferencePolicy.strict(), Optional.empty());
    }
}
