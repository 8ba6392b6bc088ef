package plumbline.guard;

import java.util.List;
import plumbline.finding.Severity;

/**
 * What has changed for clients since an older contract.
 *
 * @param since how the user names the older one; empty if nothing was compared
 * @param versions what versions both say they are of
 * @param entries the changes that are told, those that break clients first
 */
public record Changelog(String since, Versions versions, List<Entry> entries) {
    /** Nothing was compared. */
    static final Changelog NONE = new Changelog("", new Versions("", ""), List.of());

    /**
     * One change.
     *
     * @param severity error if it breaks clients, warning if it may, unless the user says otherwise
     * @param text what it is, and what it does to clients
     * @param operations the operations that it concerns
     */
    public record Entry(Severity severity, String text, List<String> operations) {
        public Entry {
            operations = List.copyOf(operations);
        }
    }

    public Changelog {
        entries = List.copyOf(entries);
    }

    /** {@return whether anything was compared} */
    public boolean isOfChanges() {
        return !since.isEmpty();
    }

    /** {@return how many changes are of this severity} */
    public long count(Severity severity) {
        return entries.stream().filter(entry -> entry.severity() == severity).count();
    }
}
