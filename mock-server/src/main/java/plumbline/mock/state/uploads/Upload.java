package plumbline.mock.state.uploads;

import java.util.Base64;
import java.util.Optional;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * What a client has put somewhere.
 *
 * @param type its media type
 * @param body its octets
 */
public record Upload(MediaType type, Body body) {
    private static final String TYPE = "type";
    private static final String OCTETS = "octets";

    JsonNode stored() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(TYPE, type.toString())
                .put(OCTETS, Base64.getEncoder().encodeToString(body.bytes()));
    }

    /** {@return what is stored so; nothing if a file says something else} */
    static Optional<Upload> of(JsonNode stored) {
        try {
            Body body = Body.of(Base64.getDecoder().decode(stored.path(OCTETS).asString("")));
            return MediaType.parse(stored.path(TYPE).asString("")).map(type -> new Upload(type, body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
