package plumbline.guard.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import plumbline.contract.document.Node;

/** What the comparison of one pair of schemas has found so far, apart from what is below them. */
final class Findings {
    private final Pair pair;
    private final Shape before;
    private final Shape now;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Pair> children = new ArrayList<>();
    private final List<Findings> below = new ArrayList<>();

    Findings(Pair pair, Shape before, Shape now) {
        this.pair = pair;
        this.before = before;
        this.now = now;
    }

    Side side() {
        return pair.side();
    }

    Shape before() {
        return before;
    }

    Shape now() {
        return now;
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** {@return what was found in the schemas below, as far as they are known by now} */
    List<Findings> below(Function<Pair, Findings> lookUp) {
        while (below.size() < children.size()) {
            Pair next = children.get(below.size());
            Findings found = lookUp.apply(next);
            below.add(found);
        }
        return List.copyOf(below);
    }

    /** Tells of a change, at the place of the first of these keywords that each schema has. */
    void tell(SchemaRule rule, String what, String... keywords) {
        tell(rule, what, before.place(keywords), now.place(keywords));
    }

    void tell(SchemaRule rule, String what, Node placeBefore, Node placeNow) {
        String text = Subject.of(now.source().anchor()) + ": " + what;
        drafts.add(new Draft(rule.on(side()), text, placeBefore, placeNow));
    }

    /** Has two schemas below these compared, too. */
    void descend(Pair below) {
        children.add(below);
    }

    /** Has the schemas compared that stand below these, none of which means any value. */
    void descend(List<Node> below, List<Node> belowNow, String... keywords) {
        descend(new Pair(
                before.source().with(below, before.place(keywords)),
                now.source().with(belowNow, now.place(keywords)),
                side()));
    }
}
