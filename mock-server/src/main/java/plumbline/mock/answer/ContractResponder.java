package plumbline.mock.answer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.Operation;
import plumbline.contract.ResponseSpec;
import plumbline.contract.http.Accept;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.SecurityValidator;
import plumbline.contract.validation.Violation;
import plumbline.fixtures.Fixture;
import plumbline.fixtures.Fixtures;
import plumbline.mock.answer.ResponseMaker.Order;
import plumbline.mock.answer.ResponseMaker.Unavailable;
import plumbline.mock.engine.Answer;
import plumbline.mock.engine.Responder;

/** Answers requests as the contract says, step by step. Thread-safe. */
public final class ContractResponder implements Responder {
    /** RFC 9745 wants a date, and a document has none to tell. */
    private static final String DEPRECATED_SINCE_AN_UNKNOWN_DATE = "@0";

    private static final Accept ANYTHING = new Accept(List.of());

    private final Contract contract;
    private final Fixtures fixtures;
    private final SecurityValidator security = new SecurityValidator();
    private final RequestValidator requests;
    private final ResponseMaker responses;
    private final Challenges challenges;
    private final AnswerOptions options;
    private final Consumer<String> log;
    private final Map<Fixture, Response> made = new ConcurrentHashMap<>();

    /**
     * Makes a responder.
     *
     * @param log takes a line for each request that is answered though it is invalid
     */
    public ContractResponder(
            Contract contract, Fixtures fixtures, Schemas schemas, AnswerOptions options, Consumer<String> log) {
        this.contract = contract;
        this.fixtures = fixtures;
        this.options = options;
        this.log = log;
        this.requests = new RequestValidator(schemas);
        this.responses = new ResponseMaker(schemas);
        this.challenges = new Challenges(contract.title());
    }

    @Override
    public Answer answer(Request request) {
        if (Cors.isPreflight(request)) {
            return Answer.now(Cors.preflight(request, methods(request)));
        }
        Match match = contract.match(request.method(), request.path());
        return match.fold(
                found -> answer(found, request),
                wrong -> Answer.now(Cors.readable(request, wrongMethod(request, wrong.allowed()))),
                () -> Answer.now(Cors.readable(request, noPath(request))));
    }

    private Set<String> methods(Request request) {
        Set<String> methods = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            if (contract.match(operation.method(), request.path()) instanceof Match.Found found) {
                methods.add(found.operation().method());
            }
        }
        return methods;
    }

    private Answer answer(Match.Found match, Request request) {
        Preferences preferences = Preferences.of(request);
        Response response = respond(match, request, preferences);
        if (!preferences.isEmpty()) {
            response = response.withHeader("Preference-Applied", preferences.applied());
        }
        if (match.operation().description().deprecated() && !response.headers().contains("Deprecation")) {
            response = response.withHeader("Deprecation", DEPRECATED_SINCE_AN_UNKNOWN_DATE);
        }
        return new Answer(Cors.readable(request, response), preferences.delay());
    }

    private Response respond(Match.Found match, Request request, Preferences preferences) {
        Operation operation = match.operation();
        List<Violation> credentials = security.validate(operation, request);
        if (!credentials.isEmpty()) {
            return challenges.on(refuse(match, request, Refusal.unauthorized(credentials)), operation);
        }
        List<Violation> violations = requests.validate(match, request);
        if (violations.isEmpty()) {
            return wished(match, request, preferences);
        }
        if (!options.lenient()) {
            return refuse(match, request, Refusal.invalid(violations));
        }
        violations.forEach(violation -> log.accept(request.method() + " " + request.target() + ": " + violation));
        return ViolationsHeader.on(wished(match, request, preferences), violations);
    }

    private Response wished(Match.Found match, Request request, Preferences preferences) {
        List<String> faults = preferences.faults();
        if (!faults.isEmpty()) {
            return ProblemBody.of("unreadable-preference", "A preference cannot be read", String.join(" ", faults))
                    .response(422);
        }
        try {
            return chosen(match, request, preferences);
        } catch (Unavailable e) {
            if (e.status() == Refusal.NOT_ACCEPTABLE) {
                return refuse(match, request, Refusal.notAcceptable(e.problem()));
            }
            ProblemBody problem = mayHaveFixture(match.operation(), preferences)
                    ? e.problem().mendedBy(fixtures.fileFor(relative(match.operation(), request.path())))
                    : e.problem();
            return problem.response(e.status());
        }
    }

    private static boolean mayHaveFixture(Operation operation, Preferences preferences) {
        boolean free = preferences.code().isEmpty() && preferences.example() == null && !preferences.isDynamic();
        return free && "GET".equals(operation.method());
    }

    private Response chosen(Match.Found match, Request request, Preferences preferences) throws Unavailable {
        Operation operation = match.operation();
        if (mayHaveFixture(operation, preferences)) {
            Optional<Fixture> fixture = fixtures.find(relative(operation, request.path()));
            if (fixture.isPresent()) {
                return fixed(fixture.get(), request);
            }
            if (options.unknown() == AnswerOptions.Unknown.NOT_FOUND && fixtures.hasItems(operation)) {
                return refuse(match, request, Refusal.unknownItem(request.path()));
            }
        }
        ResponseChoice choice = ResponseChoice.of(operation, preferences.code());
        return choice.spec() == null
                ? ResponseChoice.undocumented(operation, preferences.code().orElse(0))
                : responses.make(order(choice.spec(), choice.status(), match, request, preferences));
    }

    private Response fixed(Fixture fixture, Request request) throws Unavailable {
        Response known = made.get(fixture);
        boolean acceptsAnything = !request.headers().contains("Accept");
        if (known != null && acceptsAnything) {
            return known;
        }
        @Nullable
        ResponseSpec spec = fixture.operation().response(fixture.status()).orElse(null);
        if (spec == null) {
            return Response.of(fixture.status());
        }
        Order order = new Order(
                spec,
                fixture.status(),
                Accept.of(request.headers()),
                Preferences.of(Request.of("GET", "/")),
                fixture.pathValues(),
                seed(fixture.path()));
        Response response = fixture.body() == null ? responses.make(order) : responses.make(order, fixture.body());
        if (acceptsAnything) {
            made.put(fixture, response);
        }
        return response;
    }

    /** Refuses with the documented response and its documented body, if it has one, else with a problem. */
    private Response refuse(Match.Found match, Request request, Refusal refusal) {
        ResponseSpec spec = refusal.documented(match.operation());
        if (spec == null) {
            return refusal.problem().response(refusal.status());
        }
        int status = refusal.status(spec);
        if (spec.content().isEmpty()) {
            return withDocumentedHeaders(refusal.problem().response(status), spec, match, request);
        }
        try {
            Preferences none = Preferences.of(Request.of("GET", "/"));
            Order order = new Order(spec, status, ANYTHING, none, Map.of(), seed(request.target()));
            return ViolationsHeader.on(responses.make(order), refusal.problem().violations());
        } catch (Unavailable e) {
            return refusal.problem().response(status);
        }
    }

    private Response withDocumentedHeaders(Response problem, ResponseSpec spec, Match.Found match, Request request) {
        try {
            Preferences none = Preferences.of(Request.of("GET", "/"));
            Response documented = responses.make(order(spec, problem.status(), match, request, none));
            Response merged = problem;
            for (var header : documented.headers()) {
                merged = merged.withHeader(header.name(), header.value());
            }
            return merged;
        } catch (Unavailable e) {
            return problem;
        }
    }

    private Order order(ResponseSpec spec, int status, Match.Found match, Request request, Preferences preferences) {
        return new Order(
                spec, status, Accept.of(request.headers()), preferences, match.pathValues(), seed(request.target()));
    }

    private long seed(String target) {
        return target.hashCode() + 31 * options.seed();
    }

    private static String relative(Operation operation, String path) {
        for (String base : operation.basePaths()) {
            if (path.startsWith(base + "/")) {
                return path.substring(base.length());
            }
        }
        return path;
    }

    private static Response wrongMethod(Request request, Set<String> allowed) {
        String list = String.join(", ", allowed);
        return ProblemBody.of(
                        "method-not-allowed",
                        "The method is not documented for this path",
                        request.path() + " is documented for " + list + ", not for " + request.method() + ".")
                .response(405)
                .withHeader("Allow", list);
    }

    private Response noPath(Request request) {
        String bases = String.join(
                ", ", contract.basePaths().stream().map(base -> base + "/").toList());
        return ProblemBody.of(
                        "no-path",
                        "No documented path is like this one",
                        request.path() + " is not documented in " + contract.documentName() + "; its paths start with "
                                + bases + ".")
                .response(404);
    }
}
