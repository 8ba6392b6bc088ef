package plumbline.guard.comparison.changes;

/**
 * What a value shows of a change.
 *
 * @param impact what the change does to clients, for sure
 * @param consequence the same in words
 * @param example the value, as JSON; empty if all values that there are show it
 */
public record Proven(Impact impact, String consequence, String example) {
    String text() {
        return consequence + (example.isEmpty() ? "" : ", such as " + example);
    }
}
