package plumbline.guard.comparison.schemas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import plumbline.contract.json.JsonType;
import plumbline.guard.comparison.changes.MessageSide;

/** Finds out which branches of a choice are the same in the new contract as in the old one. */
final class BranchMatching {
    /** Beyond this, trying each with each would take too long. */
    private static final int MOST_TO_TRY = 30;

    private final MessageSide side;
    private final SchemaComparison schemas;
    private final List<ChoiceBranch> removed;
    private final List<ChoiceBranch> added;
    private final List<SchemaPair> pairs = new ArrayList<>();

    BranchMatching(MessageSide side, SchemaComparison schemas, List<ChoiceBranch> before, List<ChoiceBranch> now) {
        this.side = side;
        this.schemas = schemas;
        this.removed = new ArrayList<>(before);
        this.added = new ArrayList<>(now);
        match((old, other) -> !old.name().isEmpty() && old.name().equals(other.name()));
        if (removed.size() <= MOST_TO_TRY && added.size() <= MOST_TO_TRY) {
            match((old, other) -> !schemas.differs(pair(old, other)));
            match(this::areOfOneType);
            match(this::areAlike);
            leaveOutWhatOthersCover(before, now);
        }
    }

    /** What was a branch of its own may have become part of another one, which takes all that it took. */
    private void leaveOutWhatOthersCover(List<ChoiceBranch> before, List<ChoiceBranch> now) {
        if (side == MessageSide.RESPONSE) {
            added.removeIf(other -> before.stream().anyMatch(old -> schemas.isHarmless(pair(old, other))));
        } else {
            removed.removeIf(old -> now.stream().anyMatch(other -> schemas.isHarmless(pair(old, other))));
        }
    }

    /** {@return the branches that are the same, though what they ask for may have changed} */
    List<SchemaPair> pairs() {
        return pairs;
    }

    List<ChoiceBranch> removed() {
        return removed;
    }

    List<ChoiceBranch> added() {
        return added;
    }

    private void match(BiPredicate<ChoiceBranch, ChoiceBranch> test) {
        for (ChoiceBranch old : List.copyOf(removed)) {
            for (ChoiceBranch other : List.copyOf(added)) {
                if (test.test(old, other)) {
                    pairs.add(pair(old, other));
                    removed.remove(old);
                    added.remove(other);
                    break;
                }
            }
        }
    }

    private SchemaPair pair(ChoiceBranch old, ChoiceBranch other) {
        return new SchemaPair(old.schemas(), other.schemas(), side);
    }

    private boolean areOfOneType(ChoiceBranch old, ChoiceBranch other) {
        Set<JsonType> types = schemas.shape(old.schemas()).types().values();
        return !types.contains(JsonType.OBJECT)
                && types.equals(schemas.shape(other.schemas()).types().values());
    }

    /** Whether two objects share most of their properties. */
    private boolean areAlike(ChoiceBranch old, ChoiceBranch other) {
        Set<String> before = schemas.shape(old.schemas()).properties().keySet();
        Set<String> now = schemas.shape(other.schemas()).properties().keySet();
        Set<String> common = new HashSet<>(before);
        common.retainAll(now);
        return common.size() * 2 > Math.max(before.size(), now.size());
    }
}
