package plumbline.conformance.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Proof.Unproven;

class ProofTextTests {

    @Test
    void whatIsNotProvenStandsUnderWhatToDoAboutIt() {
        Proof proof = proof(4, List.of(one("status 429"), one("status 404")));

        assertThat(ProofText.lines(proof, true))
                .containsExactly(
                        "Proven: 2 of 4 constraints of the contract (50 %), by 9 broken answers that were noticed",
                        "  not seen: add a fixture",
                        "    status 429, a.yaml:1:2 (#/a)",
                        "    status 404, a.yaml:1:2 (#/a)");
    }

    @Test
    void oneLineIsEnoughForThoseWhoDoNotAsk() {
        assertThat(ProofText.lines(proof(2, List.of(one("status 429"))), false))
                .singleElement()
                .asString()
                .endsWith("see the others with Report.Extent.proof()");
    }

    @Test
    void longGroupsEndWithTheNumberOfTheRest() {
        List<Unproven> many =
                IntStream.range(0, 14).mapToObj(i -> one("status " + i)).toList();

        assertThat(ProofText.lines(proof(20, many), true))
                .hasSize(13)
                .endsWith("    and 4 more, all in plumbline-report.json");
    }

    private static Proof proof(int constraints, List<Unproven> unproven) {
        return new Proof(Map.of("status", constraints), 9, unproven, List.of());
    }

    private static Unproven one(String constraint) {
        return new Unproven("status", constraint, "a.yaml:1:2 (#/a)", "not seen", "add a fixture");
    }
}
