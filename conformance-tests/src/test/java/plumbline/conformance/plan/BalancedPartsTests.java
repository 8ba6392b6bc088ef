package plumbline.conformance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.conformance.Case;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.contract.Contract;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

class BalancedPartsTests {
    private static final Contract CONTRACT = Contract.builtIn(Optional.empty());
    private static final Operation OPERATION = CONTRACT.operations().get(0);
    private static final List<Phase> PHASES = List.of(Phase.values());

    /** A plan and what an earlier run tells of some of its cases, and of others that are no more. */
    private record Situation(List<Case> cases, Map<Phase, Map<String, Duration>> times, int parts) {
        static Situation of(long seed) {
            Random random = new Random(seed);
            List<Case> cases = IntStream.range(0, random.nextInt(80))
                    .mapToObj(i -> subject(PHASES.get(random.nextInt(PHASES.size())), "case " + i))
                    .toList();
            Map<Phase, Map<String, Duration>> times = new HashMap<>();
            for (Case subject : cases) {
                if (random.nextInt(4) > 0) {
                    long millis = (long) Math.pow(10, 4 * random.nextDouble()) - 1;
                    known(times, subject.phase()).put(subject.id(), Duration.ofMillis(millis));
                }
            }
            known(times, Phase.EXAMPLES).put("gone", Duration.ofMillis(random.nextInt(1000)));
            return new Situation(cases, times, 1 + random.nextInt(9));
        }

        private static Map<String, Duration> known(Map<Phase, Map<String, Duration>> times, Phase phase) {
            return times.computeIfAbsent(phase, first -> new LinkedHashMap<>());
        }

        List<List<Case>> dealt(CaseTimes known) {
            return IntStream.rangeClosed(1, parts)
                    .mapToObj(number -> planned(cases, new Shard(number, parts).balancedBy(known)))
                    .toList();
        }

        /** As long as it took, or as its phase takes in the mean, or as all do. */
        long expected(Case subject) {
            Map<String, Duration> phase = times.getOrDefault(subject.phase(), Map.of());
            if (phase.containsKey(subject.id())) {
                return counted(phase.get(subject.id()));
            }
            List<Duration> alike = phase.isEmpty()
                    ? times.values().stream()
                            .flatMap(some -> some.values().stream())
                            .toList()
                    : List.copyOf(phase.values());
            return Math.round(
                    alike.stream().mapToLong(Situation::counted).average().orElseThrow());
        }

        private static long counted(Duration time) {
            return Math.max(1, time.toMillis());
        }
    }

    private static Case subject(Phase phase, String name) {
        return Case.of(OPERATION, phase, name, Request.of("GET", "/users/x"), new Expectation.Success());
    }

    private static List<Case> planned(List<Case> cases, Shard shard) {
        CaseSource source = new CaseSource() {
            @Override
            public Phase phase() {
                return Phase.EXAMPLES;
            }

            @Override
            public Cases cases(Operation operation) {
                return new Cases(operation.equals(OPERATION) ? cases : List.of(), List.of());
            }
        };
        Selection selection = new Selection(List.of(), List.of(), Set.of(), shard);
        return new Planner(List.of(source), selection).plan(CONTRACT).cases();
    }

    private static CaseTimes told(Map<Phase, Map<String, Duration>> times) {
        return new CaseTimes("earlier.json", CONTRACT.title(), times);
    }

    static List<Situation> situations() {
        return IntStream.range(0, 200).mapToObj(Situation::of).toList();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void areAllOfThePlanInItsOrderAndNothingTwice(Situation situation) {
        List<Case> whole = planned(situation.cases(), Shard.whole());
        List<List<Case>> parts = situation.dealt(told(situation.times()));

        assertThat(parts).flatMap(part -> part).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(parts)
                .allSatisfy(part -> assertThat(part)
                        .isEqualTo(whole.stream().filter(part::contains).toList()));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void takeNoLongerThanTheirMeanAndTheLongestCase(Situation situation) {
        ToLongFunction<List<Case>> load =
                part -> part.stream().mapToLong(situation::expected).sum();
        long mean = load.applyAsLong(situation.cases()) / situation.parts();
        long longest =
                situation.cases().stream().mapToLong(situation::expected).max().orElse(0);

        assertThat(situation.dealt(told(situation.times())))
                .allSatisfy(part -> assertThat(load.applyAsLong(part)).isLessThanOrEqualTo(mean + longest));
    }

    @ParameterizedTest
    @MethodSource("situations")
    void areTheSameWhateverTheOrderInWhichTimesAreTold(Situation situation) {
        Map<Phase, Map<String, Duration>> other = new HashMap<>();
        situation.times().forEach((phase, times) -> {
            List<String> ids = new ArrayList<>(times.keySet());
            Collections.shuffle(ids, new Random(7));
            ids.forEach(id -> Situation.known(other, phase).put(id, times.getOrDefault(id, Duration.ZERO)));
        });

        assertThat(situation.dealt(told(other))).isEqualTo(situation.dealt(told(situation.times())));
    }

    @Test
    void aCaseThatTakesAsLongAsAllOthersIsAlone() {
        List<Case> cases = IntStream.range(0, 9)
                .mapToObj(i -> subject(Phase.COVERAGE, "case " + i))
                .toList();
        Map<String, Duration> times = new HashMap<>();
        cases.forEach(subject -> times.put(subject.id(), Duration.ofMillis(10)));
        times.put(cases.get(4).id(), Duration.ofMillis(80));

        List<List<Case>> parts = new Situation(cases, Map.of(), 2).dealt(told(Map.of(Phase.COVERAGE, times)));

        assertThat(parts.get(0)).containsExactly(cases.get(4));
        assertThat(parts.get(1)).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void areEqualInNumberWhereAllCasesWereSkipped(int each) {
        List<Case> cases = IntStream.range(0, 3 * each)
                .mapToObj(i -> subject(Phase.COVERAGE, "case " + i))
                .toList();
        Map<String, Duration> times = new HashMap<>();
        cases.forEach(subject -> times.put(subject.id(), Duration.ZERO));

        assertThat(new Situation(cases, Map.of(), 3).dealt(told(Map.of(Phase.COVERAGE, times))))
                .allSatisfy(part -> assertThat(part).hasSize(each));
    }

    @Test
    void areNotMadeByTheTimesOfAnotherContract() {
        Situation situation = Situation.of(1);

        assertThatThrownBy(() -> situation.dealt(new CaseTimes("earlier.json", "Books", situation.times())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("earlier.json is a report about 'Books', not about '" + CONTRACT.title()
                        + "': name one of an earlier run with this contract, or none");
    }
}
