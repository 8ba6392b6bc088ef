package plumbline.mock.control;

import java.util.List;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.answer.problem.ProblemBody;

/**
 * A request to the administration of the mock.
 *
 * @param names the decoded segments of its path below that of the desk
 * @param request the request
 */
public record Call(List<String> names, Request request) {
    public Call {
        names = List.copyOf(names);
    }

    /** {@return whether it asks for this, with as many names below the desk} */
    public boolean is(String method, int count) {
        return names.size() == count
                && (request.method().equals(method)
                        || "GET".equals(method) && request.method().equals("HEAD"));
    }

    /** {@return the answer that shows this value} */
    public static Response shown(JsonNode value) {
        return new Response(
                200,
                Headers.of("Content-Type", "application/json").and("Cache-Control", "no-store"),
                Body.of(Json.write(value)));
    }

    /** {@return the answer to what the administration does not take} */
    public static Response refused(int status, String title, String detail) {
        return ProblemBody.of("administration", title, detail).response(status);
    }

    /** {@return the answer to a method, or a path, that there is none of} */
    public Response unknown(String known) {
        return refused(404, "There is nothing like this to administer", "Ask for " + known + ".");
    }
}
