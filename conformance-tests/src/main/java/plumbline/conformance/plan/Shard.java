package plumbline.conformance.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.conformance.Case;
import plumbline.text.UnusableInputException;

/**
 * One of several parts of a plan that are run apart. If nothing is known of earlier runs, a case belongs to the same part in every
 * run, whatever other cases there are; else to the same part wherever as much is known and the plan is the same.
 *
 * @param number which part, counted from 1
 * @param of how many parts there are
 * @param times how long cases took in an earlier run, by which all parts take about as long
 */
public record Shard(int number, int of, CaseTimes times) {
    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,3})/([1-9][0-9]{0,3})");

    public Shard {
        if (number < 1 || number > of) {
            throw new UnusableInputException("there is no part " + number + " of " + of);
        }
    }

    /** A part that is equal to others in the number of its cases, as far as that may be. */
    public Shard(int number, int of) {
        this(number, of, CaseTimes.none());
    }

    /** {@return this part, if all are made by these times} */
    public Shard balancedBy(CaseTimes known) {
        return new Shard(number, of, known);
    }

    /** {@return whether it is the plan in one piece} */
    public boolean isWhole() {
        return of == 1;
    }

    /** {@return the plan in one piece} */
    public static Shard whole() {
        return new Shard(1, 1);
    }

    /** {@return the part that a text such as {@code 2/5} names, or nothing if it names none} */
    public static Optional<Shard> parse(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int of = Integer.parseInt(matcher.group(2));
        return number > of ? Optional.empty() : Optional.of(new Shard(number, of));
    }

    /** {@return the number of the part that each case belongs to, by id} */
    Map<String, Integer> deal(List<Case> cases) {
        if (!times.isEmpty()) {
            return new Dealer(times).deal(cases, of);
        }
        Map<String, Integer> dealt = new HashMap<>();
        cases.forEach(subject -> dealt.put(subject.id(), (int) (PlanMarks.sum(subject.id()) % of) + 1));
        return dealt;
    }

    /** {@return what a reader of the results must know of it} */
    String note() {
        return "This is part " + this + " of the cases"
                + (times.isEmpty() ? "." : ", which were dealt out by the times that " + times.source() + " tells.");
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
