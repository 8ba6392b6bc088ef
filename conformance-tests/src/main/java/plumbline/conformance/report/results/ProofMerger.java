package plumbline.conformance.report.results;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Proof.Unproven;

/**
 * Puts together what several runs over one contract have proven: what any of them has, unless one would have overlooked it.
 *
 * @param parts the results of the runs, at least one
 */
record ProofMerger(List<Results> parts) {
    /** A promise, however a run has come to speak of it. */
    private record Key(String constraint, String place, String use) {}

    /** What is said of one promise, by each run that has not proven it. */
    private record Opinions(List<Unproven> unproven, List<Unproven> idle) {
        Opinions() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        boolean isProven(int runs) {
            return unproven.size() + idle.size() < runs && unproven.stream().noneMatch(Unproven::isOverlooked);
        }
    }

    Proof merge() {
        List<Proof> proofs = parts.stream().map(part -> part.extent().proof()).toList();
        Map<Key, Opinions> opinions = new LinkedHashMap<>();
        int mutants = 0;
        int byOneValue = 0;
        for (Proof proof : proofs) {
            mutants += proof.mutants();
            proof.unproven().stream()
                    .flatMap(ProofMerger::each)
                    .forEach(one -> of(opinions, one).unproven().add(one));
            proof.idle().stream()
                    .flatMap(ProofMerger::each)
                    .forEach(one -> of(opinions, one).idle().add(one));
            byOneValue += proof.byOneValue();
        }
        Map<String, Integer> aspects = new HashMap<>(proofs.get(0).aspects());
        proofs.get(0).idle().forEach(one -> aspects.merge(one.aspect(), one.count(), Integer::sum));
        List<Unproven> unproven = new ArrayList<>();
        List<Unproven> idle = new ArrayList<>();
        for (Opinions all : opinions.values()) {
            if (!all.isProven(proofs.size())) {
                Optional<Unproven> overlooked =
                        all.unproven().stream().filter(Unproven::isOverlooked).findFirst();
                boolean counts = overlooked.isPresent() || all.idle().isEmpty();
                (counts ? unproven : idle)
                        .add(overlooked.orElseGet(() ->
                                counts ? all.unproven().get(0) : all.idle().get(0)));
            }
        }
        idle.forEach(one -> aspects.merge(one.aspect(), -1, Integer::sum));
        Proof all = new Proof(aspects, mutants, together(unproven), together(idle));
        return new Proof(aspects, mutants, all.unproven(), all.idle(), Math.min(byOneValue, all.proven()));
    }

    /** Each answer or request for itself, since each may be proven by another run. */
    private static Stream<Unproven> each(Unproven one) {
        return one.uses().isEmpty() ? Stream.of(one) : one.uses().stream().map(use -> one.in(List.of(use)));
    }

    private static List<Unproven> together(List<Unproven> apart) {
        Map<Unproven, List<String>> uses = new LinkedHashMap<>();
        apart.forEach(one -> uses.computeIfAbsent(one.in(List.of()), key -> new ArrayList<>())
                .addAll(one.uses()));
        return uses.entrySet().stream()
                .map(entry -> entry.getKey().in(entry.getValue()))
                .toList();
    }

    private static Opinions of(Map<Key, Opinions> opinions, Unproven one) {
        return opinions.computeIfAbsent(
                new Key(one.constraint(), one.place(), String.join(", ", one.uses())), key -> new Opinions());
    }
}
