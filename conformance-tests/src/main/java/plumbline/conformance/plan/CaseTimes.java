package plumbline.conformance.plan;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import plumbline.conformance.Phase;
import plumbline.text.UnusableInputException;

/**
 * How long cases took in an earlier run, so that parts can be made that take about as long as each other.
 *
 * @param source the file that tells, as the user knows it
 * @param title the title of the contract that it is about
 * @param phases the times by the ids of the cases, by phase
 */
public record CaseTimes(String source, String title, Map<Phase, Map<String, Duration>> phases) {
    public CaseTimes {
        Map<Phase, Map<String, Duration>> copies = new EnumMap<>(Phase.class);
        phases.forEach((phase, times) -> copies.put(phase, Map.copyOf(times)));
        phases = Map.copyOf(copies);
    }

    /** {@return nothing that is known of earlier runs} */
    public static CaseTimes none() {
        return new CaseTimes("", "", Map.of());
    }

    /** {@return whether no case is known} */
    boolean isEmpty() {
        return phases.values().stream().allMatch(Map::isEmpty);
    }

    /**
     * Makes sure that what is known can be about the cases of a contract.
     *
     * @throws UnusableInputException if it is about another contract
     */
    void requireOf(String contract) {
        if (!source.isEmpty() && !title.equals(contract)) {
            throw new UnusableInputException(source + " is a report about '" + title + "', not about '" + contract
                    + "': name one of an earlier run with this contract, or none");
        }
    }
}
