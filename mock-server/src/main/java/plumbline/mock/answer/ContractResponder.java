package plumbline.mock.answer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Accept;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.pairing.ExamplePairs;
import plumbline.contract.pairing.PairedResponse;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.SecurityValidator;
import plumbline.contract.validation.Violation;
import plumbline.fixtures.Fixtures;
import plumbline.mock.answer.problem.ProblemBody;
import plumbline.mock.answer.problem.ViolationsHeader;
import plumbline.mock.because.Because;
import plumbline.mock.control.switches.Switch;
import plumbline.mock.control.switches.SwitchedResponder;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;
import plumbline.mock.engine.journal.CredentialPlaces;
import plumbline.mock.life.Life;

/** Answers requests as the contract says, step by step. Thread-safe. */
public final class ContractResponder implements Responder, SwitchedResponder {
    /** RFC 9745 wants a date, and a document has none to tell. */
    private static final String DEPRECATED_SINCE_AN_UNKNOWN_DATE = "@0";

    private static final int UNAUTHORIZED = 401;

    private final Contract contract;
    private final SecurityValidator security = new SecurityValidator();
    private final RequestValidator requests;
    private final ExamplePairs pairs = new ExamplePairs();
    private final ResponseMaker responses;
    private final FixtureAnswers fixtures;
    private final Refusals refusals;
    private final LivingAnswers living;
    private final AnswerOptions options;
    private final Cors cors;
    private final CredentialPlaces secrets;
    private final Consumer<String> log;

    /**
     * Makes a responder.
     *
     * @param log takes a line for each request that is answered though it is invalid
     */
    public ContractResponder(
            Contract contract, Fixtures fixtures, Schemas schemas, AnswerOptions options, Consumer<String> log) {
        this(contract, fixtures, schemas, options, log, null);
    }

    /**
     * Makes a responder that remembers.
     *
     * @param log takes a line for each request that is answered though it is invalid
     * @param life what it remembers; null to answer each request as if it were the first
     */
    public ContractResponder(
            Contract contract,
            Fixtures fixtures,
            Schemas schemas,
            AnswerOptions options,
            Consumer<String> log,
            @Nullable Life life) {
        this.contract = contract;
        this.options = options;
        this.cors = new Cors(options.origins(), options.readers());
        this.secrets = CredentialPlaces.of(contract);
        this.log = log;
        this.requests = new RequestValidator(schemas);
        this.responses = new ResponseMaker(schemas, options);
        this.fixtures = new FixtureAnswers(fixtures, responses, options);
        this.refusals = new Refusals(contract, responses, options);
        this.living = new LivingAnswers(life, responses, refusals, options, contract, schemas);
    }

    /** {@return the files of fixtures whose URLs have been asked for} */
    public List<String> askedFixtures() {
        return fixtures.asked();
    }

    /** {@return the files of fixtures whose URLs have never been asked for} */
    public List<String> unusedFixtures() {
        return fixtures.unused();
    }

    @Override
    public EngineAnswer answer(Request request) {
        return answer(request, operation -> Switch.NONE);
    }

    @Override
    public EngineAnswer answer(Request request, Function<Operation, Switch> switches) {
        if (cors.isPreflight(request)) {
            return EngineAnswer.now(cors.preflight(request));
        }
        Match match = requests.match(contract, request);
        EngineAnswer answer = match.fold(
                found -> answer(found, request, switches.apply(found.operation())),
                wrong -> EngineAnswer.now(Refusals.wrongMethod(request, wrong.allowed())),
                () -> EngineAnswer.now(refusals.noPath(request)));
        return answer.with(cors.readable(request, answer.response()));
    }

    /** {@return an answer of somebody else, readable for the page that asked where it may read those of the contract} */
    public Response readable(Request request, Response response) {
        return cors.readable(request, response);
    }

    private EngineAnswer answer(Match.Found match, Request request, Switch set) {
        if (set.fault() != null) {
            return EngineAnswer.broken(set.fault());
        }
        EngineAnswer answer = set.isRefusal() ? switchedOff(match, request, set) : checked(match, request, set);
        Response response = answer.response().status() == UNAUTHORIZED
                ? refusals.challenged(answer.response(), match.operation())
                : answer.response();
        return match.operation().description().deprecated()
                        && !response.headers().contains("Deprecation")
                ? answer.with(response.withHeader("Deprecation", DEPRECATED_SINCE_AN_UNKNOWN_DATE))
                : answer.with(response);
    }

    private EngineAnswer switchedOff(Match.Found match, Request request, Switch set) {
        int status = Objects.requireNonNull(set.status());
        Optional<ResponseSpec> spec = match.operation().response(status);
        if (set.example() != null && spec.isPresent()) {
            try {
                ResponseChoice choice = new ResponseChoice(spec.get(), status);
                Preferences example = Preferences.ofExample(set.example());
                return EngineAnswer.now(
                        responses.make(order(choice, match, request, example)).response());
            } catch (UnavailableException e) {
                return EngineAnswer.now(e.problem().response(e.status()));
            }
        }
        return EngineAnswer.now(refusals.switchedOff(match, request, status));
    }

    private EngineAnswer checked(Match.Found match, Request request, Switch set) {
        List<Violation> credentials = security.validate(match.operation(), request);
        if (!credentials.isEmpty()) {
            return EngineAnswer.now(refusals.unauthorized(match, request, credentials));
        }
        Optional<Response> paired = refusedPair(match, request);
        if (paired.isPresent()) {
            return EngineAnswer.now(paired.get());
        }
        List<Violation> violations = requests.validate(match, request);
        if (!options.lenient() && violations.stream().anyMatch(Violation::isUndecided)) {
            return EngineAnswer.now(Refusals.undecided(violations));
        }
        if (!violations.isEmpty() && !options.lenient()) {
            return EngineAnswer.now(refusals.invalid(match, request, violations));
        }
        violations.forEach(violation ->
                log.accept(request.method() + " " + secrets.withoutCredentials(request.target()) + ": " + violation));
        EngineAnswer answer = preferred(match, request, set);
        return violations.isEmpty() ? answer : answer.with(inSpiteOf(violations, answer.response()));
    }

    private static Response inSpiteOf(List<Violation> violations, Response response) {
        return Because.more(
                ViolationsHeader.on(response, violations),
                ", in spite of " + Because.broken(violations).text());
    }

    private EngineAnswer preferred(Match.Found match, Request request, Switch set) {
        Preferences wished = Preferences.of(request);
        List<String> faults = wished.faults();
        if (!faults.isEmpty()) {
            return EngineAnswer.now(Refusals.unreadablePreferences(faults));
        }
        Preferences preferences = wished.or(set);
        fixtures.note(match.operation(), request);
        boolean mayBeFixture = "GET".equals(match.operation().method()) && preferences.allowFixture();
        try {
            Optional<MadeResponse> remembered =
                    preferences.allowFixture() && !fixtures.isSpecial(match.operation(), request)
                            ? living.answer(match, request, preferences, set.empty())
                            : Optional.empty();
            if (remembered.isPresent()) {
                return wished.fulfilledBy(remembered.get());
            }
            MadeResponse made =
                    mayBeFixture ? stored(match, request, preferences) : documented(match, request, preferences);
            return wished.fulfilledBy(living.echoing(made, match, request, preferences));
        } catch (UnavailableException e) {
            if (e.status() == Refusal.NOT_ACCEPTABLE) {
                return EngineAnswer.now(refusals.notAcceptable(match, request, e.problem()));
            }
            ProblemBody problem =
                    mayBeFixture ? e.problem().mendedBy(fixtures.fileFor(match.operation(), request)) : e.problem();
            return EngineAnswer.now(problem.response(e.status()));
        }
    }

    private MadeResponse stored(Match.Found match, Request request, Preferences preferences)
            throws UnavailableException {
        Optional<Response> stored = fixtures.find(match.operation(), request);
        if (stored.isPresent()) {
            return new MadeResponse(stored.get(), MadeResponse.Source.FIXTURE);
        }
        return fixtures.hasAllItems(match.operation())
                ? new MadeResponse(refusals.unknownItem(match, request), MadeResponse.Source.NONE)
                : documented(match, request, preferences);
    }

    /** The response to a request that the document shows to be refused, by an example. */
    private Optional<Response> refusedPair(Match.Found match, Request request) {
        Optional<PairedResponse> pair =
                pairs.find(match.operation(), match.pathValues(), request).filter(found -> !found.isSuccess());
        Preferences preferences = Preferences.of(request);
        if (pair.isEmpty() || !preferences.allowFixture() || fixtures.has(match.operation(), request)) {
            return Optional.empty();
        }
        try {
            return Optional.of(paired(pair.get(), match, request).response());
        } catch (UnavailableException e) {
            return Optional.empty();
        }
    }

    private MadeResponse paired(PairedResponse pair, Match.Found match, Request request) throws UnavailableException {
        Preferences example = pair.example() == null ? Preferences.none() : Preferences.ofExample(pair.example());
        MadeResponse made =
                responses.make(order(new ResponseChoice(pair.response(), pair.status()), match, request, example));
        return new MadeResponse(Because.more(made.response(), ", as the request is its pair"), made.source());
    }

    private MadeResponse documented(Match.Found match, Request request, Preferences preferences)
            throws UnavailableException {
        Optional<PairedResponse> pair = preferences.allowFixture()
                ? pairs.find(match.operation(), match.pathValues(), request)
                : Optional.empty();
        if (pair.isPresent() && pair.get().isSuccess()) {
            return paired(pair.get(), match, request);
        }
        ResponseChoice choice = ResponseChoice.of(match.operation(), preferences.code());
        return responses.make(order(choice, match, request, preferences));
    }

    private Order order(ResponseChoice choice, Match.Found match, Request request, Preferences preferences) {
        return new Order(
                choice.spec(),
                choice.status(),
                Accept.of(request.headers()),
                preferences,
                match.pathValues(),
                preferences.seed(options.seedOf(request.target())),
                request);
    }
}
