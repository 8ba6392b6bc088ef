package plumbline.guard.comparison.witnesses;

import java.util.List;

/**
 * What was found to tell two schemas apart, the shortest values first.
 *
 * @param refused what the old schema takes and the new one refuses
 * @param allowed what the new schema takes and the old one refuses
 */
public record Witnesses(List<Witness> refused, List<Witness> allowed) {
    /** Nothing was found, or looked for. */
    static final Witnesses NONE = new Witnesses(List.of(), List.of());

    public Witnesses {
        refused = List.copyOf(refused);
        allowed = List.copyOf(allowed);
    }
}
