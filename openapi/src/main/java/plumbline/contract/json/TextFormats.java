package plumbline.contract.json;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats that say what a text must look like. */
public final class TextFormats {
    /** Those of JSON Schema 2020-12 (validation, section 7.3), and those of the registry of OpenAPI for octets in texts. */
    public static final Set<String> STANDARD = Set.of(
            "date",
            "date-time",
            "time",
            "duration",
            "email",
            "idn-email",
            "hostname",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uri-reference",
            "iri",
            "iri-reference",
            "uri-template",
            "uuid",
            "json-pointer",
            "relative-json-pointer",
            "regex",
            "byte",
            "base64url");

    private TextFormats() {}

    /** {@return these and others} */
    public static Set<String> standardAnd(String... others) {
        return Stream.concat(STANDARD.stream(), Stream.of(others)).collect(Collectors.toUnmodifiableSet());
    }
}
