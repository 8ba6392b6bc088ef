package plumbline.contract.document;

import java.util.Optional;
import java.util.regex.Pattern;

/** The versions of JSON Schema that schemas of OpenAPI 3.1 and later may be written in, oldest first. */
public enum Dialect {
    DRAFT_04("https?://json-schema\\.org/draft-04/schema#?"),
    DRAFT_06("https?://json-schema\\.org/draft-06/schema#?"),
    DRAFT_07("https?://json-schema\\.org/draft-07/schema#?"),
    DRAFT_2019_09("https?://json-schema\\.org/draft/2019-09/schema#?"),
    /** JSON Schema 2020-12 and the dialects of OpenAPI, which add only annotations to it. */
    DRAFT_2020_12("https?://json-schema\\.org/draft/2020-12/schema#?"
            + "|https?://spec\\.openapis\\.org/oas/3\\.[0-9]+/dialect/[^#]+#?");

    private final Pattern names;

    Dialect(String names) {
        this.names = Pattern.compile(names);
    }

    /** {@return the dialect that this URI names, or nothing if it is not known} */
    public static Optional<Dialect> of(String uri) {
        for (Dialect dialect : values()) {
            if (dialect.names.matcher(uri).matches()) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** {@return whether this is older than another} */
    public boolean isBefore(Dialect other) {
        return compareTo(other) < 0;
    }

    /** {@return whether what stands beside a {@code $ref} means nothing} */
    public boolean isReferenceAlone() {
        return isBefore(DRAFT_2019_09);
    }
}
