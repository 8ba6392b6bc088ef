package plumbline.conformance.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.cases.CaseSources;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.checks.Checks;
import plumbline.conformance.items.ItemKinds;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Proof.Unproven;
import plumbline.conformance.run.ConformanceRun;
import plumbline.conformance.run.Pipeline;
import plumbline.conformance.run.RunOptions;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.LibraryServer;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.UsersServer;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Target;
import plumbline.contract.Contract;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.validation.Schemas;
import plumbline.fixtures.Fixtures;

class ProverTests {
    private static final URI HERE = URI.create("http://127.0.0.1:1/api");

    @Test
    void aRunOverTheUsersProvesAllButTheStatusThatNobodyProvokes() {
        Proof proof = Suites.run(new UsersServer()).extent().proof();

        assertThat(proof.unproven()).extracting(Unproven::constraint).containsExactly("status 429 of getUser");
        assertThat(proof.proven()).isEqualTo(proof.constraints() - 1).isGreaterThan(25);
        assertThat(proof.mutants()).isGreaterThan(100);
    }

    @Test
    void whatNoCheckWouldSeeIsToldWithTheWayInWhichItWasBroken() {
        Proof proof = prove(users(), new UsersServer(), check -> check.id() != CheckId.SCHEMA);

        assertThat(proof.unproven())
                .filteredOn(one -> one.reason().startsWith("would go unnoticed: "))
                .extracting(Unproven::constraint)
                .contains("type \"string\"", "required property 'email'", "type \"array\"");
    }

    @Test
    void credentialsThatNoCheckLooksAtAreNotProven() {
        Proof proof = prove(users(), new UsersServer(), check -> check.id() != CheckId.CREDENTIALS_REQUIRED);

        assertThat(proof.unproven())
                .anySatisfy(one -> assertThat(one)
                        .extracting(Unproven::constraint, Unproven::reason)
                        .containsExactly(
                                "credentials for getUser",
                                "would go unnoticed: success for someone whose credentials are bad"));
    }

    @Test
    void whatNoAnswerHeldIsNotProven() {
        Handler bare = request -> {
            Reply reply = new UsersServer().answer(request);
            return reply.change(body -> body.replaceFirst("\"roles\":.*", "\"roles\":[]}"));
        };

        Proof proof = prove(users(), bare, check -> true);

        assertThat(proof.unproven())
                .filteredOn(one -> one.place().contains("/components/schemas/Role/"))
                .isNotEmpty()
                .allSatisfy(one -> {
                    assertThat(one.reason()).isEqualTo("no answer held such a value");
                    assertThat(one.advice()).contains("ConformanceOptions.withValue()");
                });
    }

    @Test
    void whatIsWrongAlreadyProvesNothing() {
        Handler wrong = request -> {
            Reply reply = new UsersServer().answer(request);
            return reply.change(body -> body.replaceFirst("\"state\":\"[a-z]+\"", "\"state\":7"));
        };

        Proof proof = prove(users(), wrong, check -> true);

        assertThat(proof.unproven()).extracting(Unproven::reason).contains("every such answer is wrong already");
    }

    @Test
    void whereNothingMayBeWrittenThatIsTheReason() {
        Contract contract = library("/api");

        Proof proof =
                prove(contract, new LibraryServer(), check -> true, Target.of(URI.create("http://b.example/api")));

        assertThat(proof.unproven())
                .anySatisfy(one -> assertThat(one)
                        .extracting(Unproven::constraint, Unproven::advice)
                        .containsExactly("status 204 of removeBook", "allow it with Target.withWrites()"));
    }

    @Test
    void theLibraryIsProvenToItsHeadersAndTexts() {
        Proof proof = prove(library("/api"), new LibraryServer(), check -> true);

        assertThat(proof.unproven())
                .extracting(Unproven::constraint)
                .doesNotContain(
                        "required header 'X-Total-Count', 200 of listBooks",
                        "minimum 0",
                        "pattern \"^up$\"",
                        "'isbn' as in the path, 200 of getBook",
                        "enum [\"title\",\"year\"]",
                        "credentials for removeBook");
    }

    private static Contract users() {
        return Contract.builtIn(Optional.of("/api"));
    }

    private static Contract library(String basePath) {
        return Contract.read(
                Suites.resource("library.yaml").toString(), ReferencePolicy.strict(), Optional.of(basePath));
    }

    /** A check that counts how often it is asked. */
    private record Counted(Check check, Map<CheckId, Integer> asked) implements Check {
        @Override
        public CheckId id() {
            return check.id();
        }

        @Override
        public Judgement judge(Exchange exchange) {
            asked.merge(id(), 1, Integer::sum);
            return check.judge(exchange);
        }
    }

    @Test
    void seesManyFaultsInOneBody() {
        Map<CheckId, Integer> asked = new HashMap<>();

        Target target = Target.of(HERE).disposable().withUser(UsersServer.USER);
        Proof proof = prove(users(), new UsersServer(), target, check -> Stream.of(new Counted(check, asked)));

        assertThat(asked.get(CheckId.SCHEMA)).isLessThan(proof.mutants());
        assertThat(asked.get(CheckId.STRICT_JSON)).isLessThan(asked.get(CheckId.SCHEMA));
    }

    private static Proof prove(Contract contract, Handler server, Predicate<Check> wanted) {
        return prove(contract, server, wanted, Target.of(HERE).disposable().withUser(UsersServer.USER));
    }

    private static Proof prove(Contract contract, Handler server, Predicate<Check> wanted, Target target) {
        return prove(contract, server, target, check -> Stream.of(check).filter(wanted));
    }

    private static Proof prove(
            Contract contract, Handler server, Target target, Function<Check, Stream<Check>> become) {
        Schemas schemas = new Schemas(contract.version());
        Fixtures fixtures = contract.title().equals("Library")
                ? Fixtures.none()
                : Fixtures.load(Suites.resource("fixtures"), contract, schemas);
        TestData data = new TestData(contract, schemas, target, Map.of(), fixtures);
        List<Check> checks =
                Checks.all(contract, schemas).stream().flatMap(become).toList();
        ConformanceRun run = new ConformanceRun(
                contract,
                target,
                new Pipeline(
                        CaseSources.of(EnumSet.of(Phase.EXAMPLES, Phase.SECURITY, Phase.PROTOCOL), data),
                        checks,
                        request -> answer(server, request),
                        RunOptions.standard(),
                        new Prover(Prover.Scope.all(contract), schemas, checks, target.isWritable()),
                        ItemKinds.none()));
        return run.run(verdict -> {}).extent().proof();
    }

    private static Answer answer(Handler server, Request request) {
        Reply reply = server.answer(request);
        Response response = new Response(reply.status(), reply.headers(), reply.body());
        return new Answer.Received(
                "HEAD".equals(request.method()) ? response.withBody(Body.empty()) : response,
                reply.body().length(),
                "",
                Duration.ZERO);
    }
}
