package plumbline.mock.answer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Accept;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.resources.Resources;
import plumbline.contract.validation.Schemas;
import plumbline.mock.because.Because;
import plumbline.mock.life.Life;
import plumbline.mock.life.Outcome;
import plumbline.mock.life.bodies.ShownBody;
import plumbline.mock.state.kinds.MadeUp;
import plumbline.mock.state.kinds.NamePlaces;
import plumbline.mock.state.kinds.Shapes;

/**
 * Answers from what is remembered, if anything is, and has what is made up say what it was asked for. Thread-safe.
 */
final class LivingAnswers {
    private static final Because STORED = new Because("stored");
    private static final Because NOT_MODIFIED = new Because("stored, and not modified");
    private static final Because REMOVED = new Because("removed");
    private static final Because CREATED = new Because("created and stored");
    private static final Because CHANGED = new Because("changed and stored");

    private final @Nullable Life life;
    private final ResponseMaker responses;
    private final Refusals refusals;
    private final AnswerOptions options;
    private final Contract contract;
    private final Schemas schemas;
    private final Shapes shapes = new Shapes();
    private volatile @Nullable NamePlaces names;

    LivingAnswers(
            @Nullable Life life,
            ResponseMaker responses,
            Refusals refusals,
            AnswerOptions options,
            Contract contract,
            Schemas schemas) {
        this.contract = contract;
        this.schemas = schemas;
        this.life = life;
        this.responses = responses;
        this.refusals = refusals;
        this.options = options;
    }

    /** {@return the answer from what is remembered; nothing if the request is about nothing that is} */
    Optional<MadeResponse> answer(Match.Found match, Request request, Preferences preferences, boolean isEmpty)
            throws UnavailableException {
        if (life == null) {
            return Optional.empty();
        }
        Turn turn = new Turn(match, request, preferences, Accept.of(request.headers()));
        Life.Client client = client(turn);
        Optional<Outcome> outcome = isEmpty ? life.empty(match, request, client) : life.answer(match, request, client);
        return outcome.isEmpty() ? Optional.empty() : Optional.of(made(outcome.get(), turn));
    }

    /** A request, and what the client accepts and would like. */
    private record Turn(Match.Found match, Request request, Preferences preferences, Accept accept) {}

    private Life.Client client(Turn turn) {
        return new Life.Client() {
            private final Map<String, Optional<MediaTypeSpec>> known = new HashMap<>(2);

            @Override
            public boolean takes(ResponseSpec response) {
                return ResponseMaker.isBodiless(response, status(response))
                        || wanted(response).isPresent();
            }

            @Override
            public Optional<MediaTypeSpec> wanted(ResponseSpec response) {
                return known.computeIfAbsent(
                        response.key(), key -> responses.tree(order(response, status(response), turn)));
            }
        };
    }

    private MadeResponse made(Outcome outcome, Turn turn) throws UnavailableException {
        if (outcome instanceof Outcome.Shown shown) {
            return shown(shown, turn);
        }
        if (outcome instanceof Outcome.Uploaded uploaded) {
            Response response = responses.make(order(uploaded.spec(), uploaded.status(), turn), uploaded.upload());
            return new MadeResponse(because(response, turn.request()).on(response), MadeResponse.Source.FIXTURE);
        }
        return new MadeResponse(
                refusals.refused(turn.match(), turn.request(), (Outcome.Refused) outcome), MadeResponse.Source.NONE);
    }

    /** {@return an answer from the document with what the request says by the same names, unless another was wished} */
    MadeResponse echoing(MadeResponse made, Match.Found match, Request request, Preferences preferences) {
        boolean isGiven = request.isSafe() && made.source() == MadeResponse.Source.FIXTURE;
        if (!preferences.allowFixture() || isGiven) {
            return made;
        }
        return life == null
                ? named(made, match, request)
                : new MadeResponse(life.echoing(made.response(), match, request), made.source());
    }

    /** Where nothing is remembered, whatever is asked for is there, and called as it was asked for. */
    private MadeResponse named(MadeResponse made, Match.Found match, Request request) {
        boolean isMadeUp = request.isSafe() && made.source() == MadeResponse.Source.SAMPLE;
        if (!isMadeUp || match.pathValues().isEmpty()) {
            return made;
        }
        Map<String, String> places = new LinkedHashMap<>(names().of(match.operation()));
        // What bodies call by the same name, they repeat anyway.
        places.entrySet().removeIf(place -> place.getValue().equals(Pointers.child("", place.getKey())));
        return places.isEmpty()
                ? made
                : new MadeResponse(new MadeUp(schemas, shapes, match).named(made.response(), places), made.source());
    }

    private NamePlaces names() {
        NamePlaces known = names;
        if (known == null) {
            known = NamePlaces.of(Resources.of(contract));
            names = known;
        }
        return known;
    }

    private static int status(ResponseSpec spec) {
        return spec.isExact() ? Integer.parseInt(spec.key()) : 200;
    }

    private Order order(ResponseSpec spec, int status, Turn turn) {
        return new Order(
                spec,
                status,
                turn.accept(),
                turn.preferences(),
                turn.match().pathValues(),
                options.seedOf(turn.request().target()),
                turn.request());
    }

    private MadeResponse shown(Outcome.Shown shown, Turn turn) throws UnavailableException {
        @Nullable ResponseSpec spec = shown.spec();
        @Nullable ShownBody body = shown.body();
        Response response;
        if (spec == null) {
            response = Response.of(shown.status());
        } else {
            Order order = order(spec, shown.status(), turn);
            response = body == null || order.isBodiless()
                    ? unkept(responses.make(order).response(), turn)
                    : responses.make(order, body.written());
        }
        for (Header header : shown.headers()) {
            response = response.withHeader(header.name(), header.value());
        }
        return new MadeResponse(
                because(response, turn.request())
                        .on(response.status() == 304 ? response.withBody(Body.empty()) : response),
                MadeResponse.Source.FIXTURE);
    }

    /** An answer about what is kept that does not show it says of it what the request says. */
    private Response unkept(Response response, Turn turn) {
        return life == null || turn.request().isSafe()
                ? response
                : life.echoing(response, turn.match(), turn.request());
    }

    private static Because because(Response response, Request request) {
        return switch (request.method()) {
            case "GET", "HEAD" -> response.status() == 304 ? NOT_MODIFIED : STORED;
            case "DELETE" -> REMOVED;
            default -> response.status() == 201 ? CREATED : CHANGED;
        };
    }
}
