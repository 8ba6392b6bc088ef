package plumbline.mock.answer.problem;

import java.util.List;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/** Reports violations beside an answer whose body does not tell them. */
public final class ViolationsHeader {
    static final String NAME = "Plumbline-Violations";

    /** Servers and clients commonly take 8 KiB for all headers together. */
    private static final int LONGEST_VALUE = 4_000;

    private ViolationsHeader() {}

    /** {@return the response with a JSON list of the violations in a header, as many as fit} */
    public static Response on(Response response, List<Violation> violations) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Violation violation : violations) {
            list.add(json(violation));
            if (ascii(list).length() > LONGEST_VALUE) {
                list.remove(list.size() - 1);
                break;
            }
        }
        return list.isEmpty() ? response : response.withHeader(NAME, ascii(list));
    }

    private static ObjectNode json(Violation violation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", violation.rule());
        json.put("location", violation.location().toString());
        json.put("message", violation.location() + " " + violation.message());
        if (violation.contractPlace() != null) {
            json.put("contract", violation.contractPlace().withoutFolders().position());
            json.put("contractPointer", "#" + violation.contractPlace().pointer());
        }
        return json;
    }

    private static String ascii(ArrayNode list) {
        StringBuilder text = new StringBuilder();
        for (char character : new String(Json.write(list), java.nio.charset.StandardCharsets.UTF_8).toCharArray()) {
            if (character >= ' ' && character < 127) {
                text.append(character);
            } else {
                text.append(String.format("\\u%04x", (int) character));
            }
        }
        return text.toString();
    }
}
