package plumbline.mock;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.document.Problem;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.sampling.SampleChecker;
import plumbline.contract.validation.ExampleChecker;
import plumbline.contract.validation.Schemas;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.answer.ContractResponder;
import plumbline.mock.answer.FailureReportingResponder;
import plumbline.mock.control.Call;
import plumbline.mock.control.ContractJudge;
import plumbline.mock.control.Control;
import plumbline.mock.control.Desk;
import plumbline.mock.control.Steering;
import plumbline.mock.control.SwitchesDesk;
import plumbline.mock.control.switches.Switch;
import plumbline.mock.control.switches.Switches;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.Responder;
import plumbline.mock.engine.http.WireMockEngine;
import plumbline.mock.engine.journal.CredentialPlaces;
import plumbline.mock.engine.judging.StubJudge;
import plumbline.mock.engine.judging.StubJudging;
import plumbline.mock.life.Life;
import plumbline.mock.page.FixturesDesk;
import plumbline.mock.page.FormsDesk;
import plumbline.mock.page.FrontDoor;
import plumbline.mock.page.ItemsDesk;
import plumbline.mock.page.PageDesk;
import plumbline.mock.page.ProblemsDesk;
import plumbline.mock.page.RequestsDesk;
import plumbline.mock.record.Recorder;
import plumbline.mock.upstream.UpstreamOptions;
import plumbline.mock.upstream.UpstreamResponder;

/** Puts together what answers, and what administers it. */
final class Assembly {
    private final Served served;
    private final MockServerOptions options;
    private final MockListener listener;
    private final WireMockEngine engine;
    private final @Nullable Life life;
    private final Switches switches;
    /** Each has one of its own, so that what is served is never told to be refused. */
    private final RefusedChange refused = new RefusedChange();

    private final Set<String> askedBefore;
    private final @Nullable UpstreamOptions upstream;
    private final @Nullable Recorder recorder;
    private final @Nullable Responder passing;
    private final ContractResponder answers;
    private final Responder mock;

    /**
     * Puts it together. If it cannot be, what is remembered stays as it is.
     *
     * @param before what is remembered of what was put together before; null if nothing is
     * @param askedBefore the files of the fixtures that have been asked for by what was put together before
     * @param upstream the server that requests are passed on to; null to answer all of them
     */
    Assembly(
            Served served,
            MockListener listener,
            WireMockEngine engine,
            @Nullable Life before,
            Switches switches,
            Set<String> askedBefore,
            @Nullable UpstreamOptions upstream) {
        this.served = served;
        this.options = served.options();
        this.listener = listener;
        this.engine = engine;
        this.switches = switches;
        this.askedBefore = askedBefore;
        this.upstream = upstream;
        Path recordings = upstream == null ? null : upstream.recordings();
        this.recorder = recordings == null
                ? null
                : new Recorder(recordings, served.contract(), served.schemas(), listener::answeredInvalid);
        this.passing = upstream == null ? null : passing(upstream);
        this.life = served.life(before, listener);
        this.answers = new ContractResponder(
                served.contract(),
                served.fixtures(),
                served.schemas(),
                options.answers(),
                listener::answeredInvalid,
                life);
        AnswerOptions chosen = options.answers();
        this.mock = new Steering(answers, switches, chosen.disturbance(), chosen.seed());
    }

    Served served() {
        return served;
    }

    RefusedChange refused() {
        return refused;
    }

    @Nullable
    Life life() {
        return life;
    }

    /** Has the engine answer so from its start on. */
    void listen() throws EngineException {
        engine.judgeStubs(judging());
        listener.answered()
                .ifPresent(told ->
                        engine.tell(recorder == null ? told : answered -> told.accept(recorder.shown(answered))));
        engine.tellTrouble(listener::inTrouble);
        engine.administerBy(administration());
        engine.readableBy(answers::readable);
        engine.listen(steered(), CredentialPlaces.of(served.contract()));
    }

    /**
     * {@return what answers from the next request on, from what has been read again}
     *
     * @param stubs the folder of the user's stubs; null if there is none
     * @throws EngineException if one of them cannot be used, and then all stays as it is
     * @throws plumbline.fixtures.FixtureException if what has been recorded cannot be used, and then all stays as it is
     * @throws plumbline.text.UnusableInputException if no operation is what is to be passed on, and then all stays as it is
     */
    Assembly replacedBy(Served fresh, @Nullable Path stubs) throws EngineException {
        Runnable change =
                engine.reread(stubs, judging(fresh.options(), new ContractJudge(fresh.contract(), fresh.schemas())));
        Set<String> asked = new HashSet<>(askedBefore);
        asked.addAll(answers.askedFixtures());
        Assembly next = new Assembly(fresh, listener, engine, life, switches, asked, upstream);
        engine.administerBy(next.administration());
        engine.readableBy(next.answers::readable);
        engine.answerBy(next.steered(), CredentialPlaces.of(fresh.contract()));
        change.run();
        return next;
    }

    private StubJudging judging() {
        return judging(options, new ContractJudge(served.contract(), served.schemas()));
    }

    private StubJudging judging(MockServerOptions by, StubJudge judge) {
        return new StubJudging(by.stubs(), judge, listener::stubBreaks);
    }

    private Responder steered() {
        Responder whole = passing == null ? mock : passing;
        return new FailureReportingResponder(
                options.access().isAdministeredOn(options.host()) ? new FrontDoor(whole, served.contract()) : whole,
                listener::failed);
    }

    /** Passes on what no switch is set for. */
    private Responder passing(UpstreamOptions upstream) {
        Responder passing = new UpstreamResponder(
                new UpstreamResponder.Served(served.contract(), served.schemas()),
                upstream,
                // It is put together last, as it remembers.
                request -> mock.answer(request),
                recorder == null
                        ? listener::answeredInvalid
                        : violation -> listener.answeredInvalid(recorder.shown(violation)),
                recorder == null ? (match, request, response, violations) -> {} : recorder::take);
        return request -> isSwitched(request) ? mock.answer(request) : passing.answer(request);
    }

    private boolean isSwitched(Request request) {
        return served.contract()
                .match(request.method(), request.path())
                .fold(found -> !switches.of(found.operation().id()).equals(Switch.NONE), wrong -> false, () -> false);
    }

    private Responder administration() {
        Contract contract = served.contract();
        Schemas schemas = served.schemas();
        Map<String, Desk> desks = new HashMap<>();
        desks.put("", new PageDesk());
        desks.put("page", new PageDesk());
        desks.put(
                "operations",
                new SwitchesDesk(contract, switches, operation -> life != null && life.isList(operation)));
        desks.put("reset", this::reset);
        desks.put("forms", new FormsDesk(contract, schemas, life != null, refused::problem));
        desks.put("requests", new RequestsDesk(recorder == null ? engine.log() : recorder.shown(engine.log())));
        desks.put("problems", new ProblemsDesk(this::problems, refused::problem));
        desks.put("fixtures", new FixturesDesk(contract, schemas, options.fixtures()));
        if (life != null) {
            desks.put("items", new ItemsDesk(life.inventory()));
        }
        return new Control(desks);
    }

    private List<Problem> problems() {
        return Stream.of(
                        served.contract().warnings(),
                        ExampleChecker.problems(served.contract(), served.schemas()),
                        SampleChecker.problems(served.contract(), served.schemas()))
                .flatMap(List::stream)
                .toList();
    }

    private Response reset(Call call) {
        if (!call.is("POST", 0)) {
            return call.unknown("POST " + Control.ROOT + "/reset");
        }
        switches.clear();
        if (life != null) {
            life.reset();
        }
        return Response.of(204);
    }

    /** Tells what of the user's has never been asked for; nobody has put the built-in fixtures there to be. */
    void tellUnused() {
        Stream<String> fixtures = options.fixtures() == null
                ? Stream.empty()
                : answers.unusedFixtures().stream()
                        .filter(file -> !askedBefore.contains(file))
                        .map(file -> "fixture " + file);
        List<String> names =
                Stream.concat(engine.unusedStubs().stream(), fixtures).toList();
        if (!names.isEmpty()) {
            listener.unused(names);
        }
    }
}
