package plumbline.guard.comparison.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.guard.comparison.changes.ContractDifference;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.FlatSchema;

/** What the comparison of one pair of schemas has found so far, apart from what is below them. */
final class SchemaDifferences {
    private final SchemaPair pair;
    private final FlatSchema before;
    private final FlatSchema now;
    private final List<ContractDifference> own = new ArrayList<>();
    private final List<SchemaPair> children = new ArrayList<>();
    private final List<SchemaDifferences> below = new ArrayList<>();
    private boolean isProven;

    SchemaDifferences(SchemaPair pair, FlatSchema before, FlatSchema now) {
        this.pair = pair;
        this.before = before;
        this.now = now;
    }

    MessageSide side() {
        return pair.side();
    }

    FlatSchema before() {
        return before;
    }

    FlatSchema now() {
        return now;
    }

    /** {@return whether values of one of these types may be right on both sides} */
    boolean bothAllow(JsonType... types) {
        return before.allows(types) && now.allows(types);
    }

    SchemaPair pair() {
        return pair;
    }

    /** {@return whether this is the first time that witnesses are asked for} */
    boolean startProving() {
        boolean isFirst = !isProven;
        isProven = true;
        return isFirst;
    }

    /** {@return what was found in the pair itself} */
    List<ContractDifference> own() {
        return own;
    }

    /** {@return what was found in the schemas below, as far as they are known by now} */
    List<SchemaDifferences> below(Function<SchemaPair, SchemaDifferences> lookUp) {
        while (below.size() < children.size()) {
            SchemaPair next = children.get(below.size());
            SchemaDifferences found = lookUp.apply(next);
            below.add(found);
        }
        return List.copyOf(below);
    }

    /** Tells of a change, at the place of the first of these keywords that each schema has. */
    void tell(SchemaChange change, String what, String... keywords) {
        tell(change, what, before.place(keywords), now.place(keywords));
    }

    void tell(SchemaChange change, String what, Node placeBefore, Node placeNow) {
        String text = SchemaTitle.of(now.source().anchor()) + ": " + what;
        own.add(new ContractDifference(change.on(side()), text, placeBefore, placeNow));
    }

    /** Has two schemas below these compared, too. */
    void descend(SchemaPair below) {
        children.add(below);
    }

    /** Has the schemas compared that stand below these, none of which means any value. */
    void descend(List<Node> below, List<Node> belowNow, String... keywords) {
        descend(new SchemaPair(
                before.source().with(below, before.place(keywords)),
                now.source().with(belowNow, now.place(keywords)),
                side()));
    }
}
