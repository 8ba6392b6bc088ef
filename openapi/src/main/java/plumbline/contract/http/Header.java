package plumbline.contract.http;

/**
 * One header field line.
 *
 * @param name the field name as written; names compare without regard to case (RFC 9110, section 5.1)
 * @param value the field value without surrounding white space
 */
public record Header(String name, String value) {
    /** {@return whether this field has the given name, in any case} */
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }
}
