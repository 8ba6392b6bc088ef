package plumbline.contract.operation;

import java.util.Optional;

/** The lines of the OpenAPI Specification that are read natively. */
public enum OpenApiVersion {
    /** 3.0.x, whose schemas are a dialect of their own. */
    V3_0,
    /** 3.1.x, whose schemas are JSON Schema 2020-12. */
    V3_1,
    /** 3.2.x, whose schemas are JSON Schema 2020-12. */
    V3_2;

    public static Optional<OpenApiVersion> parse(String text) {
        if (text.matches("3\\.0(\\..*)?")) {
            return Optional.of(V3_0);
        }
        if (text.matches("3\\.1(\\..*)?")) {
            return Optional.of(V3_1);
        }
        return text.matches("3\\.2(\\..*)?") ? Optional.of(V3_2) : Optional.empty();
    }
}
