package plumbline.conformance.plan;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import plumbline.conformance.Case;
import plumbline.conformance.Phase;

/**
 * Deals cases out by the time that they are expected to take: the longest first, each to the part with the least so far. No part
 * takes longer than their mean and the longest case then.
 */
final class Dealer {
    /** Reports tell no less than a millisecond; if it were nothing, one part would be given all cases of that kind. */
    private static final long LEAST = 1;

    private final Map<String, Long> known = new HashMap<>();
    private final Map<Phase, Long> means = new EnumMap<>(Phase.class);
    private final long mean;

    Dealer(CaseTimes times) {
        times.phases().forEach((phase, cases) -> {
            cases.forEach((id, time) -> known.put(id, weight(time)));
            means.put(phase, mean(cases.values().stream().map(Dealer::weight).toList()));
        });
        mean = mean(known.values());
    }

    private static long weight(Duration time) {
        return Math.max(LEAST, time.toMillis());
    }

    private static long mean(Collection<Long> weights) {
        return Math.round(weights.stream().mapToLong(Long::longValue).average().orElse(LEAST));
    }

    private long weight(Case subject) {
        return known.getOrDefault(subject.id(), means.getOrDefault(subject.phase(), mean));
    }

    /** What a part has been given so far. */
    private record Load(long time, int number) {
        private static final Comparator<Load> LEAST_FIRST =
                Comparator.comparingLong(Load::time).thenComparingInt(Load::number);

        Load plus(long weight) {
            return new Load(time + weight, number);
        }
    }

    /** {@return the number of the part that each case is given to, counted from 1, by id} */
    Map<String, Integer> deal(List<Case> cases, int parts) {
        PriorityQueue<Load> loads = new PriorityQueue<>(parts, Load.LEAST_FIRST);
        IntStream.rangeClosed(1, parts).forEach(number -> loads.add(new Load(0, number)));
        Map<String, Integer> dealt = new HashMap<>();
        cases.stream()
                .sorted(Comparator.comparingLong((Case subject) -> -weight(subject))
                        .thenComparing(Case::id))
                .forEach(subject -> {
                    Load least = loads.remove();
                    dealt.put(subject.id(), least.number());
                    loads.add(least.plus(weight(subject)));
                });
        return dealt;
    }
}
