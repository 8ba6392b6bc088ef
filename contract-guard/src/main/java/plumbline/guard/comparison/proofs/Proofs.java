package plumbline.guard.comparison.proofs;

import java.util.List;

/**
 * What was found to tell two schemas apart, the shortest values first.
 *
 * @param refused what the old schema takes and the new one refuses
 * @param allowed what the new schema takes and the old one refuses
 */
public record Proofs(List<Proof> refused, List<Proof> allowed) {
    /** Nothing was found, or looked for. */
    static final Proofs NONE = new Proofs(List.of(), List.of());

    public Proofs {
        refused = List.copyOf(refused);
        allowed = List.copyOf(allowed);
    }
}
