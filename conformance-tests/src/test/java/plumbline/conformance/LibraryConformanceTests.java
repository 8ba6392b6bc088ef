package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import plumbline.conformance.plan.Plan;
import plumbline.conformance.result.Report;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.LibraryServer;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.finding.Finding;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

class LibraryConformanceTests {
    private static final String CONTRACT = Suites.resource("library.yaml").toString();

    @Test
    void aRightServerConforms() {
        Report report = run(new LibraryServer());

        assertThat(findings(report)).isEmpty();
        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
        assertThat(report.coverage()).containsOnlyKeys("health", "listBooks", "addBook", "getBook", "removeBook");
        assertThat(report.statuses()).containsEntry("addBook", new TreeSet<>(List.of(201, 400, 401, 415)));
    }

    @Test
    void ourMockConforms() {
        try (MockServer mock = MockServer.start(
                MockServerOptions.defaults().withContract(CONTRACT).withPort(0))) {
            Report report = Suites.run(ConformanceOptions.of(mock.baseUrl()).withContract(CONTRACT));

            assertThat(findings(report)).isEmpty();
            assertThat(report.conclusion()).isEqualTo(Report.Conclusion.CONFORMS);
        }
    }

    @Test
    void casesAreNamedAndOrderedTheSameEveryTime() {
        assertThat(plan(Map.of()).cases())
                .filteredOn(subject -> subject.phase() != Phase.COVERAGE)
                .extracting(Case::id)
                .containsExactly(
                        "health/examples/example",
                        "listBooks/examples/example",
                        "listBooks/examples/limit=2",
                        "listBooks/examples/sort=title",
                        "listBooks/examples/sort=year",
                        "listBooks/examples/tag=[\"novel\",\"short\"]",
                        "getBook/examples/example",
                        "listBooks/security/no-credentials",
                        "listBooks/security/no-credentials-for-HEAD",
                        "listBooks/security/empty-credentials",
                        "getBook/security/no-credentials",
                        "getBook/security/no-credentials-for-HEAD",
                        "getBook/security/empty-credentials",
                        "health/protocol/repeated",
                        "health/protocol/HEAD",
                        "health/protocol/Accept-text/plain",
                        "health/protocol/Accept-text/*",
                        "health/protocol/unsupported-Accept",
                        "listBooks/protocol/repeated",
                        "listBooks/protocol/HEAD",
                        "listBooks/protocol/Accept-application/json",
                        "listBooks/protocol/Accept-application/*",
                        "listBooks/protocol/unsupported-Accept",
                        "listBooks/protocol/undocumented-sort",
                        "getBook/protocol/repeated",
                        "getBook/protocol/HEAD",
                        "getBook/protocol/unknown-isbn",
                        "getBook/protocol/over-long-path-value",
                        "getBook/protocol/path-value-that-is-no-UTF-8",
                        "getBook/protocol/path-value-with-a-zero",
                        "getBook/protocol/path-value-with-an-escaped-slash",
                        "getBook/protocol/path-value-with-odd-characters",
                        "getBook/protocol/Accept-application/json",
                        "getBook/protocol/Accept-application/*",
                        "getBook/protocol/unsupported-Accept",
                        "addBook/examples/example",
                        "addBook/examples/body-application/json-undated",
                        "addBook/security/no-credentials",
                        "addBook/security/empty-credentials",
                        "health/protocol/undocumented-POST",
                        "health/protocol/undocumented-PUT",
                        "health/protocol/undocumented-PATCH",
                        "listBooks/protocol/undocumented-PUT",
                        "listBooks/protocol/undocumented-PATCH",
                        "getBook/protocol/undocumented-POST",
                        "getBook/protocol/undocumented-PUT",
                        "getBook/protocol/undocumented-PATCH",
                        "removeBook/examples/example",
                        "removeBook/security/no-credentials",
                        "removeBook/security/empty-credentials",
                        "health/protocol/undocumented-DELETE",
                        "listBooks/protocol/undocumented-DELETE",
                        "removeBook/protocol/unknown-isbn");
    }

    @Test
    void thereIsACaseForEachKeywordAndPlace() {
        assertThat(plan(Map.of()).cases())
                .filteredOn(subject -> subject.phase() == Phase.COVERAGE)
                .extracting(Case::id)
                .containsExactly(
                        "listBooks/coverage/query-limit-twice",
                        "listBooks/coverage/query-limit-empty",
                        "listBooks/coverage/query-limit-at-minimum-1",
                        "listBooks/coverage/query-limit-just-above-minimum-1",
                        "listBooks/coverage/query-limit-just-below-maximum-50",
                        "listBooks/coverage/query-limit-at-maximum-50",
                        "listBooks/coverage/query-limit-wrong-type-string",
                        "listBooks/coverage/query-limit-wrong-type-number",
                        "listBooks/coverage/query-limit-below-minimum-1",
                        "listBooks/coverage/query-limit-above-maximum-50",
                        "listBooks/coverage/query-sort-twice",
                        "listBooks/coverage/query-sort-empty",
                        "listBooks/coverage/query-sort-value-title",
                        "listBooks/coverage/query-sort-value-year",
                        "listBooks/coverage/query-sort-not-in-enum",
                        "listBooks/coverage/query-sort-not-in-enum,-longer",
                        "listBooks/coverage/query-sort-not-in-enum,-cut",
                        "listBooks/coverage/query-sort-not-in-enum,-in-other-case",
                        "listBooks/coverage/query-tag-empty",
                        "getBook/coverage/path-isbn-unlike-pattern",
                        "addBook/coverage/body-wrong-type-string",
                        "addBook/coverage/body-wrong-type-null",
                        "addBook/coverage/body-wrong-type-boolean",
                        "addBook/coverage/body-wrong-type-integer",
                        "addBook/coverage/body-wrong-type-number",
                        "addBook/coverage/body-wrong-type-array",
                        "addBook/coverage/body-without-title",
                        "addBook/coverage/body-without-year",
                        "addBook/coverage/body-with-a-forbidden-property",
                        "addBook/coverage/body-/title-wrong-type-null",
                        "addBook/coverage/body-/title-wrong-type-boolean",
                        "addBook/coverage/body-/title-wrong-type-integer",
                        "addBook/coverage/body-/title-wrong-type-number",
                        "addBook/coverage/body-/title-wrong-type-array",
                        "addBook/coverage/body-/title-wrong-type-object",
                        "addBook/coverage/body-/title-shorter-than-minLength-1",
                        "addBook/coverage/body-/year-wrong-type-string",
                        "addBook/coverage/body-/year-wrong-type-boolean",
                        "addBook/coverage/body-/year-wrong-type-number",
                        "addBook/coverage/body-/year-wrong-type-array",
                        "addBook/coverage/body-/year-wrong-type-object",
                        "addBook/coverage/body-that-cannot-be-read",
                        "addBook/coverage/body-missing",
                        "addBook/coverage/body-of-unknown-media-type",
                        "addBook/coverage/body-as-text/plain",
                        "addBook/coverage/body-as-application/x-www-form-urlencoded",
                        "addBook/coverage/body",
                        "addBook/coverage/body-/title-at-minLength-1",
                        "addBook/coverage/body-/year-as-null",
                        "removeBook/coverage/path-isbn-unlike-pattern");
    }

    @Test
    void anUnknownItemIsAskedForWhetherOrNotAnotherIsKnown() {
        assertThat(plan(Map.of()).cases())
                .anySatisfy(subject -> assertThat(subject.id()).isEqualTo("getBook/protocol/unknown-isbn"));
        assertThat(plan(Map.of("isbn", "9780156949606")).cases())
                .anySatisfy(subject -> assertThat(subject.id()).isEqualTo("getBook/protocol/unknown-isbn"));
    }

    @Nested
    class AWrongServer {

        @Test
        void isSeenByARequiredHeader() {
            isSeen("headers-documented", "GET", reply -> reply.without("X-Total-Count"));
        }

        @Test
        void isSeenByAnInvalidHeader() {
            isSeen("headers-documented", "GET", reply -> reply.with("X-Total-Count", "-1"));
        }

        @Test
        void isSeenByPlainTextThatBreaksItsPattern() {
            isSeen("schema", "GET", reply -> reply.change(text -> text.replace("up", "down")));
        }

        @Test
        void isSeenByAnotherIsbn() {
            isSeen(
                    "path-value-returned",
                    "GET",
                    reply -> reply.change(text -> text.replace("9780156949606", "9780156949607")));
        }

        @Test
        void isSeenByCreatingWithoutALocation() {
            isSeen("headers-documented", "POST", reply -> reply.without("Location"));
        }

        @Test
        void isSeenByAnsweringACreationWith200() {
            isSeen("status-documented", "POST", reply -> reply.status() == 201 ? reply.withStatus(200) : reply);
        }

        @Test
        void isSeenByABodyOf204() {
            isSeen(
                    "content-length",
                    "DELETE",
                    reply -> reply.status() == 204 ? reply.with("Content-Length", "5") : reply);
        }

        private void isSeen(String check, String method, UnaryOperator<Reply> change) {
            Handler right = new LibraryServer();
            Handler wrong = request -> {
                Reply reply = right.answer(request);
                return request.method().equals(method) ? change.apply(reply) : reply;
            };
            try (TestServer server = TestServer.start(wrong)) {
                ConformanceOptions options =
                        ConformanceOptions.of(server.baseUrl()).withContract(CONTRACT);

                assertThat(Suites.findings(options, check))
                        .extracting(Finding::check)
                        .contains(check);
            }
        }
    }

    private static Report run(Handler handler) {
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(ConformanceOptions.of(server.baseUrl()).withContract(CONTRACT));
        }
    }

    private static Plan plan(Map<String, String> values) {
        ConformanceOptions options =
                ConformanceOptions.of(URI.create("http://127.0.0.1:1/api")).withContract(CONTRACT);
        for (Map.Entry<String, String> value : values.entrySet()) {
            options = options.withValue(value.getKey(), value.getValue());
        }
        return ConformanceSuite.prepare(options).plan();
    }

    private static List<Finding> findings(Report report) {
        return report.verdicts().stream()
                .flatMap(verdict -> verdict.findings().stream())
                .toList();
    }
}
