package plumbline.finding;

/**
 * Something that is looked at: a check of messages, or a rule for documents.
 *
 * @param id the name that reports use and by which findings are ignored, such as {@code path-collision}
 * @param severity how much it matters as a rule; single findings may matter more or less
 * @param law what should be so, as a sentence without its full stop
 */
public record Rule(String id, Severity severity, String law) {
    public Rule {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a rule needs an id");
        }
    }

    /** {@return a rule that says no more than its name, and makes what breaks it an error} */
    public static Rule named(String id) {
        return new Rule(id, Severity.ERROR, "");
    }

    @Override
    public String toString() {
        return id;
    }
}
