package plumbline.conformance.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.Phase;
import plumbline.conformance.result.PlanPart;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Report.Conclusion;
import plumbline.conformance.result.Verdict;
import plumbline.text.UnusableInputException;

class PlanPartsTests {
    private static final PlanPart FIRST = new PlanPart(1, 3, "contract", "cases", "dealing");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static PlanPart part(int number) {
        return new PlanPart(number, FIRST.of(), FIRST.contract(), FIRST.cases(), FIRST.dealing());
    }

    private static Results report(Conclusion conclusion, @Nullable PlanPart part) {
        return report(conclusion, part, 200);
    }

    private static Results report(Conclusion conclusion, @Nullable PlanPart part, int status) {
        CaseResult entry = new CaseResult(
                "a/examples/" + COUNT.incrementAndGet(),
                "a",
                Phase.EXAMPLES,
                "",
                Verdict.Outcome.PASSED,
                "",
                new Verdict.Trace(status, Duration.ZERO, List.of(), List.of()),
                List.of());
        return new Results(
                new Report.Heading(
                        "http://localhost", "Books", "books.yaml", Instant.EPOCH, Duration.ZERO, List.of("A note.")),
                conclusion,
                List.of(Phase.EXAMPLES),
                Map.of(),
                List.of(),
                List.of(entry),
                List.of(),
                Map.of(),
                new Report.Extent(List.of(), Proof.NONE, Report.Unanswered.NONE, part));
    }

    private static Results merged(PlanPart... parts) {
        return Results.merged(Arrays.stream(parts)
                .map(part -> report(Conclusion.CONFORMS, part))
                .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 | contract | cases | dealing | run all parts with the same number of parts
            3 | other    | cases | dealing | their contracts differ, though they have one title; run all parts with
            3 | contract | other | other   | they are of different cases; run all parts with the same seed, phases
            3 | contract | cases | other   | their cases were dealt out by different times; give all parts the same
            """)
    void thoseOfDifferentPlansAreRefused(int of, String contract, String cases, String dealing, String what) {
        assertThatThrownBy(() -> merged(FIRST, part(3), new PlanPart(2, of, contract, cases, dealing)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageStartingWith("the parts 1/3 and 2/" + of + " do not belong together: " + what);
    }

    @Test
    void oneMayNotBeThereTwice() {
        assertThatThrownBy(() -> merged(FIRST, part(2), FIRST))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("part 1/3 is there twice: name one report of each part, of one run");
    }

    @Test
    void allOfThemAreAWholeInAnyOrder() {
        Results whole = merged(part(3), FIRST, part(2));

        assertThat(whole.conclusion()).isEqualTo(Conclusion.CONFORMS);
        assertThat(whole.heading().notes()).containsExactly("A note.");
        assertThat(whole.extent().part()).isNull();
    }

    @Test
    void missingOnesAreToldAndNothingConformsWithoutThem() {
        Results torso = merged(part(2));

        assertThat(torso.conclusion()).isEqualTo(Conclusion.ENDED_EARLY);
        assertThat(torso.heading().warnings()).singleElement().asString().startsWith("Parts are missing: 1/3, 3/3. ");
        assertThat(torso.heading().isCut()).isTrue();
    }

    @Test
    void haveCheckedNothingIfNoneWasAnsweredWithSuccess() {
        List<Results> refused = List.of(
                report(Conclusion.NOTHING_CHECKED, FIRST, 429),
                report(Conclusion.CONFORMS, part(2), 401),
                report(Conclusion.CONFORMS, part(3), 405));

        assertThat(Results.merged(refused).conclusion()).isEqualTo(Conclusion.NOTHING_CHECKED);
    }

    @Test
    void whatOneFoundStaysWrongThoughOthersAreMissing() {
        assertThat(Results.merged(List.of(report(Conclusion.VIOLATIONS, FIRST))).conclusion())
                .isEqualTo(Conclusion.VIOLATIONS);
    }

    @Test
    void oneThatWasMissingCannotBeAddedToWhatWasMergedWithoutIt() {
        Results torso = merged(FIRST, part(2));

        assertThatThrownBy(() -> Results.merged(List.of(torso, report(Conclusion.CONFORMS, part(3)))))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("one of the reports was merged without all of its parts:"
                        + " merge the reports of the parts themselves");
    }

    @Test
    void reportsOfAllCasesNeedNoOthers() {
        List<Results> two = Stream.generate(() -> report(Conclusion.CONFORMS, null))
                .limit(2)
                .toList();

        assertThat(Results.merged(two).conclusion()).isEqualTo(Conclusion.CONFORMS);
    }
}
