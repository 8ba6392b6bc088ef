package plumbline.conformance.report.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Suites;
import plumbline.conformance.causes.CauseId;
import plumbline.conformance.report.results.Results;
import plumbline.conformance.result.Report;
import plumbline.conformance.run.CheckOptions;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.server.UsersServer;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;

class KnownCausesTests {
    private static final Handler RIGHT = new UsersServer();
    private static final Handler WRONG = changed("\"email\":7");
    private static final Handler WORSE = changed("\"email\":7,\"id\":true");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void knowWhatIsWrong() throws IOException {
        file = folder.resolve("known.json");
        KnownCauses.of(Results.of(run(WRONG, List.of())), KnownCauses.none()).write(file);
    }

    private static Handler changed(String members) {
        return request -> {
            Reply reply = RIGHT.answer(request);
            return reply.status() == 200 ? reply.change(body -> withMembers(body, members)) : reply;
        };
    }

    private static String withMembers(String body, String members) {
        String kept = members.contains("\"id\"") ? body.replaceFirst("\"id\":\"[^\"]*\",?", "") : body;
        return kept.replaceFirst("\"email\":\"[^\"]*\"", members);
    }

    private static Report run(Handler handler, List<Ignore> ignores) {
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(Suites.users(server.baseUrl())
                    .withRunOptions(RunOptions.standard()
                            .withChecks(CheckOptions.standard().withIgnores(ignores))));
        }
    }

    private List<Ignore> known() {
        return KnownCauses.read(file).ignores(file);
    }

    @Test
    void doNotFail() {
        Report again = run(WRONG, known());

        assertThat(Causes.of(Results.of(again))).isEmpty();
        assertThat(again.remarks()).isNotEmpty();
        assertThat(again.heading().notes()).noneMatch(note -> note.startsWith("Gone"));
    }

    @Test
    void leaveNewOnesToFail() {
        Report worse = run(WORSE, known());

        assertThat(Causes.of(Results.of(worse)))
                .isNotEmpty()
                .extracting(cause -> cause.id().toString())
                .doesNotContainAnyElementsOf(KnownCauses.read(file).causes().keySet());
    }

    @Test
    void areToldWhenTheyAreGone() {
        Report mended = run(RIGHT, known());

        String id = KnownCauses.read(file).causes().keySet().iterator().next();
        assertThat(mended.heading().notes())
                .contains("Gone: " + id + " was not found any more: take it out of " + file + ".");
    }

    @Test
    void stayKnownWhenTheyAreWrittenAgain() {
        KnownCauses before = KnownCauses.read(file);
        KnownCauses after = KnownCauses.of(Results.of(run(WORSE, known())), before);

        assertThat(after.causes().keySet()).hasSizeGreaterThan(before.causes().size());
        assertThat(after.causes()).containsAllEntriesOf(before.causes());
    }

    @Test
    void ofOneKindAreKnownWhereTheyWereAndNowhereElse() {
        Finding known = taken("/components/schemas/New/properties/name/type", "name");
        Finding other = taken("/components/schemas/New/properties/size/type", "size");
        String id = CauseId.of(known).toString();
        KnownCauses causes = new KnownCauses(Map.of(id, known.message()), Map.of(id, Set.of(CauseId.spot(known))));

        assertThat(CauseId.of(other)).isEqualTo(CauseId.of(known));
        assertThat(causes.ignores(file)).singleElement().satisfies(ignore -> {
            assertThat(ignore.cause()).isEqualTo(id);
            assertThat(ignore.fits(known, Optional.empty(), 201)).isTrue();
            assertThat(ignore.fits(other, Optional.empty(), 201)).isFalse();
        });
    }

    @Test
    void areReadWithTheirPlacesAsTheyWereWritten() throws IOException {
        KnownCauses causes =
                new KnownCauses(Map.of("schema-0b93b1", "it"), Map.of("schema-0b93b1", Set.of("/a", "/b")));

        causes.write(file);

        assertThat(KnownCauses.read(file)).isEqualTo(causes);
    }

    private static Finding taken(String pointer, String property) {
        String fault = "body at /" + property + " is of type null, not \"string\"";
        return Finding.of("invalid-input-refused", fault + ", but was answered with status 201")
                .comparing("a documented 4xx status, since " + fault, "201")
                .at("status")
                .documentedAt(new Place("new.yaml", 7, 3, pointer));
    }

    @Test
    void areReadFromNothingElse() throws IOException {
        for (String text : List.of("", "[", "{}", "{\"formatVersion\":1,\"causes\":[{\"id\":\"schema\"}]}")) {
            Files.writeString(file, text);

            assertThatThrownBy(() -> KnownCauses.read(file))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(file.toString());
        }
        assertThatThrownBy(() -> KnownCauses.read(folder.resolve("none.json"))).hasMessageContaining("cannot be read");
    }
}
