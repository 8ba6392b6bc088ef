package plumbline.mock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.document.Problem;
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
import plumbline.mock.control.Switches;
import plumbline.mock.control.SwitchesDesk;
import plumbline.mock.engine.CredentialPlaces;
import plumbline.mock.engine.EngineException;
import plumbline.mock.engine.Responder;
import plumbline.mock.engine.http.WireMockEngine;
import plumbline.mock.life.Life;
import plumbline.mock.page.FixturesDesk;
import plumbline.mock.page.FormsDesk;
import plumbline.mock.page.FrontDoor;
import plumbline.mock.page.ItemsDesk;
import plumbline.mock.page.PageDesk;
import plumbline.mock.page.ProblemsDesk;
import plumbline.mock.page.RequestsDesk;

/** Puts together what answers, and what administers it. */
final class Assembly {
    private final MockServer.Served served;
    private final MockServerOptions options;
    private final MockListener listener;
    private final WireMockEngine engine;
    private final @Nullable Life life;
    private final Switches switches;
    private final ContractResponder answers;

    Assembly(
            MockServer.Served served,
            MockServerOptions options,
            MockListener listener,
            WireMockEngine engine,
            @Nullable Life life,
            Switches switches) {
        this.served = served;
        this.options = options;
        this.listener = listener;
        this.engine = engine;
        this.life = life;
        this.switches = switches;
        this.answers = new ContractResponder(
                served.contract(),
                served.fixtures(),
                served.schemas(),
                options.answers(),
                listener::answeredInvalid,
                life);
    }

    void listen() throws EngineException {
        engine.judgeStubs(
                options.stubs(), new ContractJudge(served.contract(), served.schemas()), listener::stubBreaks);
        listener.answered().ifPresent(engine::tell);
        engine.administerBy(administration());
        engine.listen(steered(), CredentialPlaces.of(served.contract()));
    }

    private Responder steered() {
        AnswerOptions chosen = options.answers();
        Responder steering = new Steering(answers, switches, chosen.disturbance(), chosen.seed());
        return new FailureReportingResponder(
                options.access().isAdministeredOn(options.host())
                        ? new FrontDoor(steering, served.contract())
                        : steering,
                listener::failed);
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
        desks.put("forms", new FormsDesk(contract, schemas, life != null));
        desks.put("requests", new RequestsDesk(engine.log()));
        desks.put("problems", new ProblemsDesk(this::problems));
        desks.put("fixtures", new FixturesDesk(contract, schemas, served.fixtures(), options.fixtures()));
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
                : answers.unusedFixtures().stream().map(file -> "fixture " + file);
        List<String> names =
                Stream.concat(engine.unusedStubs().stream(), fixtures).toList();
        if (!names.isEmpty()) {
            listener.unused(names);
        }
    }
}
