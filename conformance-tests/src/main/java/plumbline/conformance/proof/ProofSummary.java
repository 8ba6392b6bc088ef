package plumbline.conformance.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.proof.Constraint.Use;
import plumbline.conformance.proof.UnprovenReasons.Reason;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Proof.Unproven;

/** Sums up what is known of the constraints, each for every answer that it holds for. */
final class ProofSummary {
    /** These can be broken in one way only. */
    private static final Set<String> SIMPLE = Set.of("request", "required in requests");

    private final ProofLedger ledger;
    private final UnprovenReasons reasons;
    private final Map<String, Integer> aspects = new HashMap<>();
    private final Map<Use, String> texts = new HashMap<>();
    private final List<Unproven> unproven = new ArrayList<>();
    private final List<Unproven> idle = new ArrayList<>();
    private int byOneValue;

    ProofSummary(ProofLedger ledger, UnprovenReasons reasons) {
        this.ledger = ledger;
        this.reasons = reasons;
    }

    Proof proof() {
        ledger.constraints().values().forEach(this::add);
        return new Proof(aspects, ledger.noticed(), unproven, idle, byOneValue);
    }

    /** Where several answers lack proof for the same reason, they are told together. */
    private void add(Constraint constraint) {
        Map<Reason, List<String>> open = new LinkedHashMap<>();
        Map<Reason, List<String>> without = new LinkedHashMap<>();
        for (Use use : constraint.uses()) {
            String text = texts.computeIfAbsent(use, Use::text);
            Optional<ProofLedger.Entry> entry = ledger.entry(new Constraint.Claim(constraint.id(), text));
            if (entry.filter(ProofLedger.Entry::isWithoutEffect).isPresent()) {
                without.computeIfAbsent(reasons.idle(), key -> new ArrayList<>())
                        .add(text);
                continue;
            }
            aspects.merge(constraint.aspect(), 1, Integer::sum);
            if (entry.filter(ProofLedger.Entry::isProven).isEmpty()) {
                open.computeIfAbsent(reason(constraint, use, entry), key -> new ArrayList<>())
                        .add(text);
            } else if (entry.get().isProvenByOne()
                    && constraint.kind() == Constraint.Kind.REQUEST
                    && !SIMPLE.contains(constraint.aspect())) {
                byOneValue++;
            }
        }
        open.forEach((reason, uses) -> unproven.add(unproven(constraint, reason, uses)));
        without.forEach((reason, uses) -> idle.add(unproven(constraint, reason, uses)));
    }

    private static Unproven unproven(Constraint constraint, Reason reason, List<String> uses) {
        Unproven one = reason.of(constraint);
        return constraint.isShared() ? one.in(uses) : one;
    }

    private Reason reason(Constraint constraint, Use use, Optional<ProofLedger.Entry> entry) {
        if (entry.isEmpty()) {
            return reasons.unseen(constraint, use);
        }
        String how = entry.get().unnoticed();
        return how.isEmpty() ? reasons.unbreakable() : reasons.unnoticed(how);
    }
}
