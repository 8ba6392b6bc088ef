package plumbline.mock.answer.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Place;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.because.Because;

/**
 * Why a request is not answered as wished (RFC 9457).
 *
 * @param type the kind of problem, as the last part of its URN
 * @param title the kind of problem in words
 * @param detail what is the matter here, and how to mend it
 * @param violations how the request, or what was made for the answer, breaks the contract
 * @param remedy how to mend it; null if the detail says all
 */
public record ProblemBody(
        String type,
        String title,
        String detail,
        List<Violation> violations,
        @Nullable SuggestedExample remedy) {
    static final String MEDIA_TYPE = "application/problem+json";

    public ProblemBody {
        violations = List.copyOf(violations);
    }

    public ProblemBody(String type, String title, String detail, List<Violation> violations) {
        this(type, title, detail, violations, null);
    }

    public static ProblemBody of(String type, String title, String detail) {
        return new ProblemBody(type, title, detail, List.of());
    }

    /** {@return this problem, to be mended by a fixture, too, if it can be mended at all} */
    public ProblemBody mendedBy(String fixture) {
        return remedy == null || remedy.isHeader()
                ? this
                : new ProblemBody(type, title, detail, violations, remedy.withFixture(fixture));
    }

    /** {@return the problem in a few words} */
    public Because because() {
        // What has a remedy is a fault of the document, and its violations are those of the answer.
        return violations.isEmpty() || remedy != null ? Because.of(detail) : Because.broken(violations);
    }

    /** {@return a response of this status that carries the problem} */
    public Response response(int status) {
        Body body = Body.of(Json.write(json(status)));
        return because().on(new Response(status, Headers.of("Content-Type", MEDIA_TYPE), body));
    }

    String urn() {
        return "urn:plumbline:problem:" + type;
    }

    ObjectNode json(int status) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", urn());
        json.put("title", title);
        json.put("status", status);
        json.put("detail", remedy == null ? detail : detail + " " + remedy.text());
        if (!violations.isEmpty()) {
            ArrayNode list = json.putArray("validation");
            violations.forEach(violation -> list.add(json(violation)));
        }
        if (remedy != null) {
            json.set("remedy", remedy.json());
        }
        return json;
    }

    private static ObjectNode json(Violation violation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", violation.rule());
        json.put("severity", "Error");
        json.put("location", violation.location().toString());
        json.put("pointer", violation.location().pointer());
        json.put("message", violation.location() + " " + violation.message());
        json.put("expected", violation.expected());
        json.put("actual", violation.actual());
        Place place = violation.contractPlace();
        if (place != null) {
            json.put("contract", place.withoutFolders().position());
            json.put("contractPointer", "#" + place.pointer());
        }
        return json;
    }
}
