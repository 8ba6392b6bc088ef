package plumbline.conformance.result;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import plumbline.text.PlainText;

/**
 * How much of the contract the checks of a run have been seen to guard: for each promise, whether an answer that breaks it
 * would have been noticed.
 *
 * @param aspects how many promises the contract makes, by what they are about, such as {@code status} or {@code minLength}
 * @param mutants how many broken answers were judged
 * @param unproven the promises that no answer of this run broke, or that were broken without notice
 * @param idle promises that nothing can break alone, since others rule it out; they do not count
 * @param byOneValue how many of the proven promises about requests were broken by one kind of wrong value only, which stands
 *     for all others; from 0
 */
public record Proof(
        Map<String, Integer> aspects, int mutants, List<Unproven> unproven, List<Unproven> idle, int byOneValue) {
    /** Nothing was tried. */
    public static final Proof NONE = new Proof(Map.of(), 0, List.of(), List.of());

    /** A proof in which every promise was broken in all ways there are. */
    public Proof(Map<String, Integer> aspects, int mutants, List<Unproven> unproven, List<Unproven> idle) {
        this(aspects, mutants, unproven, idle, 0);
    }

    public Proof {
        aspects = Map.copyOf(aspects);
        unproven = List.copyOf(unproven);
        idle = List.copyOf(idle);
    }

    /** {@return the same, whose reasons and advice are told in other words} */
    public Proof told(UnaryOperator<String> words) {
        return new Proof(
                aspects,
                mutants,
                unproven.stream().map(one -> one.told(words)).toList(),
                idle.stream().map(one -> one.told(words)).toList(),
                byOneValue);
    }

    /**
     * A promise that could be broken without notice, as far as this run can tell.
     *
     * @param aspect what it is about
     * @param constraint what is promised
     * @param place where in the contract, as text; empty if that is plain
     * @param reason why it is not proven
     * @param advice what to do about it
     * @param uses the answers or requests in which it is not proven, as in {@code 404 of getBook} or {@code addBook}; empty if
     *     it is made for one alone, which it names
     */
    public record Unproven(
            String aspect, String constraint, String place, String reason, String advice, List<String> uses) {
        private static final String OVERLOOKED = "would go unnoticed: ";
        private static final int MOST_TOLD = 3;

        public Unproven {
            uses = List.copyOf(uses);
        }

        /** Something promised for one answer or request alone, which it names. */
        public Unproven(String aspect, String constraint, String place, String reason, String advice) {
            this(aspect, constraint, place, reason, advice, List.of());
        }

        Unproven told(UnaryOperator<String> words) {
            return new Unproven(aspect, constraint, place, words.apply(reason), words.apply(advice), uses);
        }

        /** {@return the same, as it is not proven in these answers or requests} */
        public Unproven in(List<String> others) {
            return new Unproven(aspect, constraint, place, reason, advice, others);
        }

        /** {@return how many promises this stands for, at least 1: one for each answer or request} */
        public int count() {
            return Math.max(1, uses.size());
        }

        /** {@return what is promised and where it is not proven, in words} */
        public String text() {
            return uses.isEmpty() ? constraint : constraint + " in " + PlainText.listed(uses, MOST_TOLD);
        }

        /** {@return a reason that says how the promise was broken without notice} */
        public static String overlooked(String how) {
            return OVERLOOKED + how;
        }

        /** {@return whether the promise was broken, and no check noticed} */
        public boolean isOverlooked() {
            return reason.startsWith(OVERLOOKED);
        }
    }

    /**
     * How many promises of one kind are proven.
     *
     * @param proven those that are
     * @param constraints all
     */
    public record Tally(int proven, int constraints) {}

    /** {@return how many promises the contract makes that can be broken alone} */
    public int constraints() {
        return aspects.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** {@return how many of them were broken in answers of this run, and noticed each time} */
    public int proven() {
        return constraints() - count(unproven.stream());
    }

    private static int count(Stream<Unproven> unproven) {
        return unproven.mapToInt(Unproven::count).sum();
    }

    /** {@return the figures by aspect, in alphabetic order} */
    public Map<String, Tally> tallies() {
        Map<String, Tally> tallies = new TreeMap<>();
        aspects.forEach((aspect, constraints) -> {
            int open = count(unproven.stream().filter(one -> one.aspect().equals(aspect)));
            tallies.put(aspect, new Tally(constraints - open, constraints));
        });
        return tallies;
    }

    /** {@return the figure in words} */
    public String summary() {
        int percent = constraints() == 0 ? 0 : (int) (100L * proven() / constraints());
        return proven() + " of " + constraints() + " constraints of the contract (" + percent + " %), by " + mutants
                + " broken answers that were noticed"
                + (byOneValue == 0 ? "" : "; " + byOneValue + " of them for one kind of wrong value");
    }
}
