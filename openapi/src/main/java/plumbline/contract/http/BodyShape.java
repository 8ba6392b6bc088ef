package plumbline.contract.http;

/** What bodies of a media type hold. */
public enum BodyShape {
    /** One value, which may be nested: JSON or XML. */
    TREE,
    /** Characters that stand for themselves. */
    TEXT,
    /** Anything. */
    OCTETS,
    /** Values one after another: lines or records of JSON. */
    SEQUENCE,
    /** Values by name or number, each with a form of its own: URL-encoded forms and multipart. */
    PARTS
}
