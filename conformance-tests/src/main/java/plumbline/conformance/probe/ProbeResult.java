package plumbline.conformance.probe;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;

/**
 * What is known of a target that has answered nothing with success.
 *
 * @param asked what it was asked; never empty
 * @param contact how to ask more
 * @param elsewhere how to ask at another address
 * @param documentedPaths the base paths of the contract's servers
 */
record ProbeResult(
        Target target,
        List<Inquiry> asked,
        Contact contact,
        Function<Target, Sender> elsewhere,
        Supplier<List<String>> documentedPaths) {
    ProbeResult {
        asked = List.copyOf(asked);
    }

    boolean all(Predicate<Inquiry> seen) {
        return asked.stream().allMatch(seen);
    }

    Inquiry first() {
        return asked.get(0);
    }

    /** {@return whether every answer has the status of the first, which is one of these} */
    boolean allHave(List<Integer> statuses) {
        return statuses.contains(first().status()) && all(one -> one.status() == first().status());
    }
}
