package plumbline.guard.finding;

/**
 * Something that the guard looks at.
 *
 * @param id the name by which it is silenced, such as {@code path-collision}
 * @param severity how much it matters as a rule; single findings may matter more or less
 * @param law what should be so, as a sentence without its full stop
 */
public record Rule(String id, Severity severity, String law) {
    public Rule {
        if (!id.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(id + " is no id of a rule");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
