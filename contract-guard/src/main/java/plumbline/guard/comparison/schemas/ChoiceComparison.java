package plumbline.guard.comparison.schemas;

import java.util.List;
import plumbline.contract.document.Node;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.Conjunction;
import plumbline.guard.comparison.flattening.FlatSchema;

/** Compares the branches of {@code oneOf} and {@code anyOf}. */
record ChoiceComparison(SchemaDifferences differences, SchemaComparison schemas) {
    private static final String[] KEYWORDS = {"oneOf", "anyOf"};

    /** {@return whether one side is nothing but a choice, of which the other side may be one branch} */
    boolean isWrapping() {
        FlatSchema before = differences.before();
        FlatSchema now = differences.now();
        return before.choices().isEmpty()
                        && now.isMereChoice()
                        && !before.types().isEverything()
                || now.choices().isEmpty()
                        && before.isMereChoice()
                        && !now.types().isEverything();
    }

    void compare() {
        if (isWrapping()) {
            compare(branchesOrWhole(differences.before()), branchesOrWhole(differences.now()));
            return;
        }
        List<FlatSchema.Choice> before = differences.before().choices();
        List<FlatSchema.Choice> now = differences.now().choices();
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            compare(branches(differences.before(), before.get(i)), branches(differences.now(), now.get(i)));
        }
        if (before.size() < now.size()) {
            differences.tell(SchemaChange.CHOICE_INTRODUCED, "must be one of several schemas now", KEYWORDS);
        } else if (before.size() > now.size()) {
            differences.tell(SchemaChange.CHOICE_DROPPED, "need no longer be one of several schemas", KEYWORDS);
        }
    }

    private static List<ChoiceBranch> branchesOrWhole(FlatSchema shape) {
        return shape.choices().isEmpty()
                ? List.of(new ChoiceBranch(nameOf(shape.source().anchor()), shape.source()))
                : branches(shape, shape.choices().get(0));
    }

    private static List<ChoiceBranch> branches(FlatSchema shape, FlatSchema.Choice choice) {
        return choice.branches().stream()
                .map(node -> {
                    Conjunction schemas = shape.source().with(List.of(node), node);
                    return new ChoiceBranch(nameOf(schemas.anchor()), schemas);
                })
                .toList();
    }

    /** A component's name, or else a title; authors keep them while they change what is behind. */
    private static String nameOf(Node schema) {
        boolean isComponent = schema.parent().pointer().matches("/components/schemas|/definitions|/\\$defs");
        return isComponent ? schema.name() : schema.text("title").orElse("");
    }

    private void compare(List<ChoiceBranch> before, List<ChoiceBranch> now) {
        BranchMatching matching = new BranchMatching(differences.side(), schemas, before, now);
        matching.pairs().forEach(differences::descend);
        Node keywordBefore = differences.before().place(KEYWORDS);
        Node keywordNow = differences.now().place(KEYWORDS);
        for (ChoiceBranch branch : matching.removed()) {
            differences.tell(
                    SchemaChange.CHOICE_REMOVED,
                    text(branch) + " is gone",
                    branch.schemas().anchor(),
                    keywordNow);
        }
        for (ChoiceBranch branch : matching.added()) {
            differences.tell(
                    SchemaChange.CHOICE_ADDED,
                    text(branch) + " is new",
                    keywordBefore,
                    branch.schemas().anchor());
        }
    }

    private String text(ChoiceBranch branch) {
        return "the choice of "
                + (branch.name().isEmpty()
                        ? schemas.shape(branch.schemas()).types().toString()
                        : "'" + branch.name() + "'");
    }
}
