package plumbline.contract.body.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Encoding;
import plumbline.contract.http.Headers;
import plumbline.json.jackson.databind.JsonNode;

/**
 * What a body was read as.
 *
 * @param value the value that its schema judges; null if there is none to judge
 * @param faults what could not be read as documented
 * @param parts the parts of a multipart body whose headers are documented
 */
public record BodyReading(@Nullable JsonNode value, List<BodyFault> faults, List<PartHeaders> parts) {
    /**
     * The headers of one part.
     *
     * @param pointer where in the value the part stands
     * @param headers its headers
     * @param encoding how they are documented
     */
    public record PartHeaders(String pointer, Headers headers, Encoding encoding) {}

    public BodyReading {
        faults = List.copyOf(faults);
        parts = List.copyOf(parts);
    }

    public static BodyReading of(JsonNode value) {
        return new BodyReading(value, List.of(), List.of());
    }

    public static BodyReading of(JsonNode value, List<BodyFault> faults) {
        return new BodyReading(value, faults, List.of());
    }

    /** {@return a reading whose value no schema can judge} */
    public static BodyReading unjudged() {
        return new BodyReading(null, List.of(), List.of());
    }

    public static BodyReading unreadable(BodyFault fault) {
        return new BodyReading(null, List.of(fault), List.of());
    }
}
