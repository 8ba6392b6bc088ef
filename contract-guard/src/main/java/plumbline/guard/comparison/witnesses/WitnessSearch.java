package plumbline.guard.comparison.witnesses;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.validation.Effort;
import plumbline.contract.validation.Violation;
import plumbline.guard.comparison.flattening.Conjunction;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.json.jackson.databind.JsonNode;

/** Searches for values that tell schemas apart; finding none proves nothing. The same for the same contracts. */
public final class WitnessSearch {
    /** Beyond this, large documents would take minutes. */
    private static final int MOST_SEARCHES = 500;

    /** What all values with parts together may take, written as JSON. */
    private static final long MOST_TEXT = 3_000_000;

    private final JudgedSchemas before;
    private final JudgedSchemas now;
    private final Branches branchesBefore = new Branches();
    private final Branches branchesNow = new Branches();
    private int searches;
    private long text;

    public WitnessSearch(OpenApiVersion before, OpenApiVersion now) {
        this.before = new JudgedSchemas(before);
        this.now = new JudgedSchemas(now);
    }

    /**
     * {@return what tells two schemas apart}
     *
     * @param direction who sends the values
     * @param isText whether values are written as texts, in which numbers look like texts of digits
     */
    public Witnesses between(Conjunction old, Conjunction other, Direction direction, boolean isText) {
        boolean hasParts = FlatSchema.of(other).allows(JsonType.OBJECT, JsonType.ARRAY);
        if (hasParts && text > MOST_TEXT || searches++ >= MOST_SEARCHES) {
            return Witnesses.NONE;
        }
        if (branchesBefore.areTooMany(old) || branchesNow.areTooMany(other)) {
            return Witnesses.NONE;
        }
        try {
            return told(old, other, direction, isText, hasParts);
        } catch (Effort.UndecidedException tooLong) {
            return Witnesses.NONE;
        }
    }

    private Witnesses told(Conjunction old, Conjunction other, Direction direction, boolean isText, boolean hasParts) {
        Set<JsonNode> values = new LinkedHashSet<>(before.candidates(old, direction));
        values.addAll(now.candidates(other, direction));
        List<Witness> refused = new ArrayList<>();
        List<Witness> allowed = new ArrayList<>();
        for (JsonNode value : values) {
            text += hasParts ? value.toString().length() : 0;
            boolean wasRight = before.takes(old, direction, value, isText);
            boolean isRight = now.takes(other, direction, value, isText);
            if (wasRight && !isRight) {
                now.refusal(other, direction, value)
                        .map(violation -> witness(value, violation, before.describes(old, direction, value)))
                        .ifPresent(refused::add);
            } else if (isRight && !wasRight) {
                before.refusal(old, direction, value)
                        .map(violation -> witness(value, violation, now.describes(other, direction, value)))
                        .ifPresent(allowed::add);
            }
        }
        return new Witnesses(sorted(refused), sorted(allowed));
    }

    /** {@return whether the new schema takes all of these values} */
    public boolean isTakenNow(Conjunction other, Direction direction, Collection<JsonNode> values) {
        return areTaken(now, other, direction, values);
    }

    /** {@return whether the old schema took all of these values} */
    public boolean wasTaken(Conjunction old, Direction direction, Collection<JsonNode> values) {
        return areTaken(before, old, direction, values);
    }

    private static boolean areTaken(
            JudgedSchemas schemas, Conjunction all, Direction direction, Collection<JsonNode> values) {
        try {
            return values.stream().allMatch(value -> schemas.takes(all, direction, value, false));
        } catch (Effort.UndecidedException tooLong) {
            return false;
        }
    }

    private static Witness witness(JsonNode value, Violation violation, boolean isDescribed) {
        return new Witness(value, violation.rule(), violation.location().pointer(), isDescribed);
    }

    private static List<Witness> sorted(List<Witness> witnesses) {
        return witnesses.stream()
                .sorted(Comparator.comparingInt(
                        witness -> witness.value().toString().length()))
                .toList();
    }
}
