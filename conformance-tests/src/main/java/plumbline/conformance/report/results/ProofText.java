package plumbline.conformance.report.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.conformance.result.Proof;
import plumbline.conformance.result.Proof.Unproven;
import plumbline.conformance.result.RunSetting;

/** Writes what is proven, for people. */
public final class ProofText {
    private static final int MOST_OF_A_GROUP = 10;

    private ProofText() {}

    /**
     * {@return the proof in lines}
     *
     * @param isWhole whether to list what is not proven
     */
    public static List<String> lines(Proof proof, boolean isWhole) {
        List<String> lines = new ArrayList<>();
        boolean isComplete = proof.unproven().isEmpty();
        lines.add("Proven: " + proof.summary()
                + (isWhole || isComplete ? "" : "; see the others with " + RunSetting.PROOF));
        if (isWhole) {
            groups(proof.unproven()).forEach((heading, group) -> group(lines, heading, group));
        }
        return lines;
    }

    /** {@return what is not proven, by the reason and what to do about it} */
    public static Map<String, List<Unproven>> groups(List<Unproven> unproven) {
        Map<String, List<Unproven>> groups = new LinkedHashMap<>();
        for (Unproven one : unproven) {
            groups.computeIfAbsent(one.reason() + ": " + one.advice(), heading -> new ArrayList<>())
                    .add(one);
        }
        return groups;
    }

    private static void group(List<String> lines, String heading, List<Unproven> group) {
        lines.add("  " + heading);
        group.stream().limit(MOST_OF_A_GROUP).forEach(one -> lines.add("    " + one.text() + ", " + one.place()));
        if (group.size() > MOST_OF_A_GROUP) {
            lines.add("    and " + (group.size() - MOST_OF_A_GROUP) + " more, all in plumbline-report.json");
        }
    }
}
