package plumbline.conformance.proof;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what is known of each constraint. */
final class ProofLedger {
    private static final int ENOUGH_TRIES = 5;

    private final Map<String, Constraint> constraints;
    private final Map<String, Entry> entries = new HashMap<>();
    private int noticed;

    ProofLedger(Map<String, Constraint> constraints) {
        this.constraints = new LinkedHashMap<>(constraints);
    }

    /** What is known of a constraint. */
    static final class Entry {
        private int tries;
        private int noticed;
        private int harmless;
        private String unnoticed = "";

        boolean isProven() {
            return noticed > 0 && unnoticed.isEmpty();
        }

        /** {@return whether everything that was thought to break it is allowed all the same} */
        boolean isWithoutEffect() {
            return noticed == 0 && unnoticed.isEmpty() && harmless > 0;
        }

        String unnoticed() {
            return unnoticed;
        }
    }

    Map<String, Constraint> constraints() {
        return constraints;
    }

    int noticed() {
        return noticed;
    }

    Optional<Entry> entry(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** {@return whether there is anything to be learnt from another attempt at this constraint} */
    boolean isOpen(String id) {
        Entry entry = entries.get(id);
        return constraints.containsKey(id)
                && (entry == null || !entry.isProven() && entry.tries < ENOUGH_TRIES && entry.unnoticed.isEmpty());
    }

    /** Notes that an answer holds something that the constraint is about. */
    void reach(String id) {
        of(id).tries++;
    }

    /** Notes that the constraint was met, and could not be broken there. */
    void meet(String id) {
        of(id);
    }

    void notice(String id) {
        of(id).noticed++;
        noticed++;
    }

    /** Notes an answer that was meant to be broken and is allowed. */
    void allow(String id) {
        of(id).harmless++;
    }

    /** Notes an answer that is broken and was found good. */
    void overlook(String id, String how) {
        of(id).unnoticed = how;
    }

    /** Notes whether a broken answer was found out. */
    void note(String id, boolean found, String how) {
        if (found) {
            notice(id);
        } else {
            overlook(id, how);
        }
    }

    private Entry of(String id) {
        return entries.computeIfAbsent(id, key -> new Entry());
    }
}
