package plumbline.guard.comparison;

import java.util.List;
import plumbline.contract.document.Node;

/** Compares the branches of {@code oneOf} and {@code anyOf}. */
record ChoiceComparison(Findings findings, SchemaComparison schemas) {
    private static final String[] KEYWORDS = {"oneOf", "anyOf"};

    /** {@return whether one side is nothing but a choice, of which the other side may be one branch} */
    boolean isWrapping() {
        Shape before = findings.before();
        Shape now = findings.now();
        return before.choices().isEmpty()
                        && now.isMereChoice()
                        && !before.types().isEverything()
                || now.choices().isEmpty()
                        && before.isMereChoice()
                        && !now.types().isEverything();
    }

    void compare() {
        if (isWrapping()) {
            compare(branchesOrWhole(findings.before()), branchesOrWhole(findings.now()));
            return;
        }
        List<Shape.Choice> before = findings.before().choices();
        List<Shape.Choice> now = findings.now().choices();
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            compare(branches(findings.before(), before.get(i)), branches(findings.now(), now.get(i)));
        }
        if (before.size() < now.size()) {
            findings.tell(SchemaRule.CHOICE_INTRODUCED, "must be one of several schemas now", KEYWORDS);
        } else if (before.size() > now.size()) {
            findings.tell(SchemaRule.CHOICE_DROPPED, "need no longer be one of several schemas", KEYWORDS);
        }
    }

    private static List<Branch> branchesOrWhole(Shape shape) {
        return shape.choices().isEmpty()
                ? List.of(new Branch(nameOf(shape.source().anchor()), shape.source()))
                : branches(shape, shape.choices().get(0));
    }

    private static List<Branch> branches(Shape shape, Shape.Choice choice) {
        return choice.branches().stream()
                .map(node -> {
                    Conjunction schemas = shape.source().with(List.of(node), node);
                    return new Branch(nameOf(schemas.anchor()), schemas);
                })
                .toList();
    }

    /** A component's name, or else a title; authors keep them while they change what is behind. */
    private static String nameOf(Node schema) {
        boolean isComponent = schema.parent().pointer().matches("/components/schemas|/definitions|/\\$defs");
        return isComponent ? schema.name() : schema.text("title").orElse("");
    }

    private void compare(List<Branch> before, List<Branch> now) {
        BranchMatching matching = new BranchMatching(findings.side(), schemas, before, now);
        matching.pairs().forEach(findings::descend);
        Node keywordBefore = findings.before().place(KEYWORDS);
        Node keywordNow = findings.now().place(KEYWORDS);
        for (Branch branch : matching.removed()) {
            findings.tell(
                    SchemaRule.CHOICE_REMOVED,
                    text(branch) + " is gone",
                    branch.schemas().anchor(),
                    keywordNow);
        }
        for (Branch branch : matching.added()) {
            findings.tell(
                    SchemaRule.CHOICE_ADDED,
                    text(branch) + " is new",
                    keywordBefore,
                    branch.schemas().anchor());
        }
    }

    private String text(Branch branch) {
        return "the choice of "
                + (branch.name().isEmpty()
                        ? schemas.shape(branch.schemas()).types().toString()
                        : "'" + branch.name() + "'");
    }
}
