package plumbline.mock.record;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.operation.Operation;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.engine.journal.AnsweredRequest;
import plumbline.mock.engine.journal.CredentialPlaces;
import plumbline.mock.engine.journal.ExchangeLog;

/**
 * Makes fixtures of answers to {@code GET}: without secrets and personal data, valid by the contract, in files that a mock
 * answers the same with. Thread-safe.
 */
public final class Recorder {
    private static final Set<Integer> OF_A_MOMENT = Set.of(206, 304, 401, 403, 407, 408, 429);

    private static final int MOST_TRIES = 3;

    private final ResponseValidator validator;
    private final CredentialPlaces places;
    private final RecordedFiles files;
    private final Consumer<String> log;
    private final PrivateTexts texts = new PrivateTexts();
    private final PrivateData data = new PrivateData(texts);
    private final Set<String> told = new HashSet<>();
    private final Map<String, JsonNode> written = new HashMap<>();

    /**
     * Makes a recorder.
     *
     * @param folder the folder, which may hold fixtures already
     * @param log takes a line for each operation of which an answer cannot be recorded
     * @throws plumbline.fixtures.FixtureException if the folder cannot be used
     */
    public Recorder(Path folder, Contract contract, Schemas schemas, Consumer<String> log) {
        this.validator = new ResponseValidator(schemas);
        this.places = CredentialPlaces.of(contract);
        this.files = RecordedFiles.in(folder, contract, schemas);
        this.log = log;
    }

    /**
     * Makes a fixture of an answer, if it can be one.
     *
     * @param violations how it breaks the contract, and then it can be none
     */
    public void take(Match.Found match, Request request, Response response, List<Violation> violations) {
        synchronized (texts) {
            takeAlone(match, request, response, violations);
        }
    }

    /** {@return the same exchanges as they would be recorded, for others to be shown} */
    public ExchangeLog shown(ExchangeLog exchanges) {
        return new PrivateExchanges(exchanges, texts, data);
    }

    /** {@return the same request as it would be recorded, for others to be shown} */
    public AnsweredRequest shown(AnsweredRequest answered) {
        synchronized (texts) {
            return new AnsweredRequest(
                    answered.time(),
                    answered.method(),
                    texts.target(answered.target()),
                    answered.status(),
                    answered.took(),
                    texts.without(answered.because()));
        }
    }

    /** {@return the same line as it would be recorded, for others to be shown} */
    public String shown(String line) {
        synchronized (texts) {
            return texts.without(line);
        }
    }

    private void takeAlone(Match.Found match, Request request, Response response, List<Violation> violations) {
        Operation operation = match.operation();
        if (!"GET".equals(request.method()) || OF_A_MOMENT.contains(response.status()) || response.status() >= 500) {
            return;
        }
        String reason = violations.isEmpty() ? record(operation, request, response) : "the answer breaks the contract";
        if (reason != null && told.add(operation.id() + reason)) {
            log.accept(operation.title() + ": not recorded: " + reason);
        }
    }

    /** {@return why a valid answer cannot be recorded; null if it is} */
    private @Nullable String record(Operation operation, Request request, Response response) {
        boolean isJson = response.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .filter(MediaType::isJson)
                .isPresent();
        Optional<JsonNode> body = Json.readIfValid(response.body().bytes());
        if (!response.body().isEmpty() && (!isJson || body.isEmpty())) {
            return "the answer is no JSON";
        }
        places.values(request).forEach(texts::scrambled);
        String path = texts.path(operation.withoutBasePath(request.path()));
        @Nullable JsonNode kept = null;
        if (body.isPresent()) {
            kept = withoutPrivate(operation, response, body.get(), PrivateData.name(path));
            if (kept == null) {
                return "no data could be found that is valid in place of what is nobody's business";
            }
        }
        try {
            write(new Recorded(operation, path, query(request), response.status(), kept), request);
            return null;
        } catch (IOException e) {
            return "it cannot be written: " + e.getMessage();
        }
    }

    private void write(Recorded recorded, Request request) throws IOException {
        String key = recorded.path() + "?" + recorded.query() + recorded.status();
        if (recorded.body() != null && recorded.body().equals(written.get(key))) {
            return;
        }
        files.write(recorded, recorded.operation().basePathOf(request.path()));
        if (recorded.body() != null) {
            written.put(key, recorded.body());
        }
    }

    /** {@return the body without what is nobody's business, valid as it was; null if there is none} */
    private @Nullable JsonNode withoutPrivate(Operation operation, Response response, JsonNode body, String name) {
        Map<String, JsonNode> changed = new LinkedHashMap<>();
        JsonNode kept = data.without(body, name, changed);
        for (int tries = 0; tries <= MOST_TRIES; tries++) {
            List<Violation> violations = violations(operation, response, kept);
            if (violations.isEmpty()) {
                return kept;
            }
            if (tries == MOST_TRIES) {
                break;
            }
            for (Violation violation : violations) {
                String pointer = violation.location().pointer();
                @Nullable JsonNode before = changed.get(pointer);
                if (violation.location().part() != Location.Part.BODY || before == null) {
                    return null;
                }
                // What the contract lists tells nothing of anybody.
                boolean isListed = "enum".equals(violation.rule()) || "const".equals(violation.rule());
                kept = isListed ? data.restored(kept, pointer, before) : data.scrambled(kept, pointer, before, tries);
            }
        }
        return null;
    }

    private List<Violation> violations(Operation operation, Response response, JsonNode body) {
        return validator.validate(operation, "GET", response.withBody(Body.of(Json.write(body))));
    }

    /** {@return the parameters of the query but credentials, decoded} */
    private Map<String, List<String>> query(Request request) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : request.query().split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!pair.isEmpty() && !places.include(name)) {
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                query.computeIfAbsent(name, any -> new ArrayList<>()).add(texts.without(value));
            }
        }
        return query;
    }

    private static String decoded(String form) {
        return URLDecoder.decode(form.replaceAll("%(?!\\p{XDigit}{2})", "%25"), StandardCharsets.UTF_8);
    }
}
