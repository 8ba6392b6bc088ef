package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.cases.CaseSources;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.checks.Checks;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.conformance.target.UnreachableException;
import plumbline.contract.Contract;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;

class ConformanceRunTests {
    private static final Target REMOTE =
            Target.of(URI.create("https://books.example.com/api")).withHeader("X-Api-Key", "key-of-test");

    private final List<Request> sent = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"https://books.example.com/api", "http://127.0.0.1:1/api"})
    void onlySafeMethodsAreSentWhereNobodyAllowsWrites(URI server) {
        Target target = Target.of(server).withHeader("X-Api-Key", "key-of-test");

        Report report = run(target, request -> received(404)).run(verdict -> {});

        assertThat(report.heading().notes())
                .anySatisfy(note -> assertThat(note)
                        .matches("Nothing is created, changed or removed, which leaves out [0-9]+ cases: allow it with"
                                + " Target.withWrites\\(\\)."));
        assertThat(sent).extracting(Request::method).containsOnly("GET", "HEAD");
        assertThat(report.verdicts())
                .filteredOn(verdict -> !verdict.subject().isSafe())
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(
                                Verdict.Skipped.class,
                                skipped -> assertThat(skipped.reason())
                                        .contains("may change something: allow it with Target.withWrites()")));
    }

    @Test
    void casesThatNeedCredentialsAreSkippedWhereNoneAreGiven() {
        ConformanceRun run = run(Target.of(URI.create("https://books.example.com/api")), request -> received(401));

        Report report = run.run(verdict -> {});

        assertThat(sent)
                .allSatisfy(request -> assertThat(
                                request.headers().first("X-Api-Key").orElse(""))
                        .isEmpty());
        assertThat(report.verdicts())
                .anySatisfy(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(
                                Verdict.Skipped.class,
                                skipped -> assertThat(skipped.reason())
                                        .contains("give them with Target.withCredentials(scheme, key)")));
    }

    @Test
    void aRefusedConnectionAtTheStartIsNotAFinding() {
        ConformanceRun run = run(REMOTE, request -> unreachable());

        assertThatThrownBy(() -> run.run(verdict -> {}))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("https://books.example.com/api cannot be reached: refused");
    }

    @Test
    void aRefusedConnectionLaterOnIsAFinding() {
        ConformanceRun run = run(REMOTE, request -> sent.size() < 3 ? received(404) : unreachable());

        Report report = run.run(verdict -> {});

        assertThat(report.conclusion()).isEqualTo(Report.Conclusion.VIOLATIONS);
        assertThat(report.counts().broken()).isPositive();
    }

    @Test
    void aRightRequestIsSentOnceForAllThatIsComparedWithIt() {
        run(REMOTE, request -> received(404)).run(verdict -> {});

        long plain = sent.stream()
                .filter(request -> "GET".equals(request.method())
                        && "/api/books/9780156949606".equals(request.path())
                        && "key-of-test"
                                .equals(request.headers().first("X-Api-Key").orElse(""))
                        && "*/*".equals(request.headers().first("Accept").orElse("")))
                .count();
        // As an example, as the one that all others are compared with, three times in a row, and before asking whether
        // it has changed.
        assertThat(plain).isEqualTo(6);
    }

    private ConformanceRun run(Target target, Sender sender) {
        Contract contract = Contract.read(
                Suites.resource("library.yaml").toString(), ReferencePolicy.strict(), Optional.of(target.basePath()));
        Schemas schemas = new Schemas(contract.version());
        TestData data = new TestData(contract, schemas, target, Map.of(), Fixtures.none());
        return new ConformanceRun(
                contract,
                target,
                new Pipeline(
                        CaseSources.of(EnumSet.allOf(Phase.class), data), Checks.all(contract, schemas), request -> {
                            sent.add(request);
                            return sender.send(request);
                        }));
    }

    private static Answer received(int status) {
        return new Answer.Received(Response.of(status), 0, "", Duration.ZERO);
    }

    private static Answer unreachable() {
        return new Answer.Broken(Answer.Fault.UNREACHABLE, "refused", Duration.ZERO);
    }
}
