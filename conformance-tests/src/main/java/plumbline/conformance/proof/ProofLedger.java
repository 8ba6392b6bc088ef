package plumbline.conformance.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what is known of each constraint. Thread-safe, as long as one thread at a time tells of the same operation. */
final class ProofLedger {
    private static final int ENOUGH_TRIES = 5;

    private final Map<String, Constraint> constraints;
    private final Map<Constraint.Claim, Entry> entries = new ConcurrentHashMap<>();
    /** The answers that constraints hold for, each in the same words for all of them. */
    private final Map<String, String> uses = new ConcurrentHashMap<>();

    private final Set<String> proven = ConcurrentHashMap.newKeySet();
    private final AtomicInteger noticed = new AtomicInteger();

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

        /** {@return whether a single value that breaks it was tried} */
        boolean isProvenByOne() {
            return isProven() && noticed == 1;
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
        return noticed.get();
    }

    Optional<Entry> entry(Constraint.Claim key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** {@return whether there is anything to be learnt from another attempt at this constraint} */
    boolean isOpen(Constraint.Claim key) {
        Entry entry = entries.get(key);
        return constraints.containsKey(key.id())
                && (entry == null || !entry.isProven() && entry.tries < ENOUGH_TRIES && entry.unnoticed.isEmpty());
    }

    /** {@return whether a single value that breaks it was tried, so that another one adds to the proof} */
    boolean isProvenByOne(Constraint.Claim key) {
        return entry(key).filter(Entry::isProvenByOne).isPresent();
    }

    /** {@return whether the checks are known to see it, in answers of whatever kind, so that one way to break it will do} */
    boolean isSeenSomewhere(Constraint.Claim key) {
        return proven.contains(key.id());
    }

    /** Notes that an answer holds something that the constraint is about. */
    void reach(Constraint.Claim key) {
        of(key).tries++;
    }

    /** Notes that the constraint was met, and could not be broken there. */
    void meet(Constraint.Claim key) {
        of(key);
    }

    void notice(Constraint.Claim key) {
        of(key).noticed++;
        proven.add(key.id());
        noticed.incrementAndGet();
    }

    /** Notes an answer that was meant to be broken and is allowed. */
    void allow(Constraint.Claim key) {
        of(key).harmless++;
    }

    /** Notes an answer that is broken and was found good. */
    void overlook(Constraint.Claim key, String how) {
        of(key).unnoticed = how;
    }

    /** Notes whether a broken answer was found out. */
    void note(Constraint.Claim key, boolean found, String how) {
        if (found) {
            notice(key);
        } else {
            overlook(key, how);
        }
    }

    private Entry of(Constraint.Claim key) {
        Entry known = entries.get(key);
        return known != null ? known : entries.computeIfAbsent(shared(key), missing -> new Entry());
    }

    /** {@return the same claim, whose texts are those that others have as well: a large document has a hundred thousand} */
    private Constraint.Claim shared(Constraint.Claim key) {
        Constraint constraint = constraints.get(key.id());
        String id = constraint == null ? key.id() : constraint.id();
        return new Constraint.Claim(id, uses.computeIfAbsent(key.use(), first -> first));
    }
}
