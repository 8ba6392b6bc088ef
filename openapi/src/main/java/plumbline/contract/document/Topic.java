package plumbline.contract.document;

import java.util.Locale;

/** What a problem is about. */
public enum Topic {
    /** The document itself cannot be had. */
    SOURCE,
    /** It is not well-formed JSON or YAML. */
    SYNTAX,
    /** A value is not of the kind that OpenAPI expects where it stands, or is missing. */
    STRUCTURE,
    REFERENCE,
    OPERATION_ID,
    PATH,
    PATH_COLLISION,
    PATH_AMBIGUOUS,
    PATH_PARAMETER,
    PARAMETER,
    MEDIA_TYPE,
    RESPONSE,
    SECURITY,
    SERVER,
    SCHEMA,
    SCHEMA_ENDLESS,
    SCHEMA_NULLABLE,
    SCHEMA_ENUM,
    SCHEMA_SATISFIABLE,
    DIALECT,
    PATTERN,
    DISCRIMINATOR,
    EXAMPLE,
    SCHEMA_EXAMPLE,
    DEFAULT;

    /** {@return the topic as people write it, such as {@code operation-id}} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
