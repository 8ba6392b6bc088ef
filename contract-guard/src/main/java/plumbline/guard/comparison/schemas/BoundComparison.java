package plumbline.guard.comparison.schemas;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.json.jackson.databind.JsonNode;

/** Compares limits of numbers, lengths and counts. */
record BoundComparison(SchemaDifferences differences) {
    private static final JsonType[] NUMBERS = {JsonType.INTEGER, JsonType.NUMBER};

    /** A limit of values. */
    private record Bound(BigDecimal value, boolean isExclusive) {
        @Override
        public String toString() {
            return (isExclusive ? "exclusive " : "") + value.toPlainString();
        }
    }

    void compare() {
        // Listed values tell by themselves what is left.
        if (differences.before().values().isPresent()
                && differences.now().values().isPresent()) {
            return;
        }
        sizes("Length", JsonType.STRING);
        sizes("Items", JsonType.ARRAY);
        sizes("Properties", JsonType.OBJECT);
        if (differences.before().first("contains").isPresent()
                && differences.now().first("contains").isPresent()) {
            sizes("Contains", JsonType.ARRAY);
        }
        if (differences.bothAllow(NUMBERS)) {
            limits(false, numeric(differences.before(), 1), numeric(differences.now(), 1), "minimum");
            limits(true, numeric(differences.before(), -1), numeric(differences.now(), -1), "maximum");
            compareDivisors();
        }
        if (differences.bothAllow(JsonType.ARRAY)) {
            compareUniqueness();
        }
    }

    private void sizes(String of, JsonType type) {
        if (differences.bothAllow(type)) {
            limits(false, size(differences.before(), "min" + of), size(differences.now(), "min" + of), "min" + of);
            limits(true, size(differences.before(), "max" + of), size(differences.now(), "max" + of), "max" + of);
        }
    }

    private static @Nullable Bound size(FlatSchema shape, String keyword) {
        // Without a word, one will do.
        Bound tightest = "minContains".equals(keyword) && shape.first(keyword).isEmpty()
                ? new Bound(BigDecimal.ONE, false)
                : null;
        for (Node value : shape.all(keyword)) {
            boolean isMinimum = keyword.startsWith("min");
            boolean saysNothing = isMinimum && !"minContains".equals(keyword) && isZero(value.value());
            if (value.value().isNumber() && !saysNothing) {
                tightest = tighter(!isMinimum, tightest, new Bound(value.value().decimalValue(), false));
            }
        }
        return tightest;
    }

    static boolean isZero(JsonNode value) {
        return value.isNumber() && value.decimalValue().signum() == 0;
    }

    /** The limit of numbers; exclusive ones of integers as the next integer, which means the same. */
    private static @Nullable Bound numeric(FlatSchema shape, int inwards) {
        boolean isMaximum = inwards < 0;
        boolean isWhole = shape.types().values().stream().noneMatch(type -> type == JsonType.NUMBER);
        String inclusive = isMaximum ? "maximum" : "minimum";
        String exclusive = isMaximum ? "exclusiveMaximum" : "exclusiveMinimum";
        Bound tightest = null;
        for (Node part : shape.parts()) {
            for (String keyword : new String[] {inclusive, exclusive}) {
                Optional<JsonNode> value = part.get(keyword).map(Node::value).filter(JsonNode::isNumber);
                if (value.isPresent()) {
                    boolean isOpen = keyword.equals(exclusive) || part.flag(exclusive);
                    Bound bound = new Bound(value.get().decimalValue(), isOpen);
                    tightest = tighter(isMaximum, tightest, isWhole ? whole(bound, inwards) : bound);
                }
            }
        }
        return tightest;
    }

    private static Bound whole(Bound bound, int inwards) {
        BigDecimal rounded = bound.value().setScale(0, inwards < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
        boolean isMissed = bound.isExclusive() && rounded.compareTo(bound.value()) == 0;
        return new Bound(isMissed ? rounded.add(BigDecimal.valueOf(inwards)) : rounded, false);
    }

    private static Bound tighter(boolean isMaximum, @Nullable Bound one, Bound other) {
        return one == null || tightness(isMaximum, one, other) < 0 ? other : one;
    }

    /** Above zero if the first limit leaves less, below if the second does. */
    private static int tightness(boolean isMaximum, @Nullable Bound one, @Nullable Bound other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        int order = one.value().compareTo(other.value());
        return order != 0 ? (isMaximum ? -order : order) : Boolean.compare(one.isExclusive(), other.isExclusive());
    }

    private void limits(boolean isMaximum, @Nullable Bound before, @Nullable Bound now, String keyword) {
        int tightness = tightness(isMaximum, now, before);
        if (tightness != 0) {
            String exclusive = "exclusive" + keyword.substring(0, 1).toUpperCase(Locale.ROOT) + keyword.substring(1);
            tell(
                    tightness > 0 ? SchemaChange.BOUND_TIGHTENED : SchemaChange.BOUND_LOOSENED,
                    before,
                    now,
                    keyword,
                    exclusive);
        }
    }

    private void tell(SchemaChange change, @Nullable Object before, @Nullable Object now, String... keywords) {
        String what = now == null
                ? "has no '" + keywords[0] + "' any more, it was " + before
                : "'" + keywords[0] + "' is " + now + " now, "
                        + (before == null ? "there was none" : "it was " + before);
        differences.tell(change, what, keywords);
    }

    private void compareDivisors() {
        Optional<BigDecimal> before = divisor(differences.before());
        Optional<BigDecimal> now = divisor(differences.now());
        if (before.isEmpty() && now.isEmpty()) {
            return;
        }
        boolean isTighter = before.isEmpty() || now.isPresent() && isMultiple(now.get(), before.get());
        boolean isLooser = now.isEmpty() || before.isPresent() && isMultiple(before.get(), now.get());
        if (isTighter && isLooser) {
            return;
        }
        SchemaChange change = isTighter
                ? SchemaChange.BOUND_TIGHTENED
                : isLooser ? SchemaChange.BOUND_LOOSENED : SchemaChange.BOUND_CHANGED;
        tell(change, before.orElse(null), now.orElse(null), "multipleOf");
    }

    private static Optional<BigDecimal> divisor(FlatSchema shape) {
        return shape.first("multipleOf")
                .map(Node::value)
                .filter(value -> value.isNumber() && value.decimalValue().signum() > 0)
                .map(JsonNode::decimalValue);
    }

    private static boolean isMultiple(BigDecimal number, BigDecimal divisor) {
        boolean isHuge = Math.abs(number.scale()) > 100 || Math.abs(divisor.scale()) > 100;
        return isHuge
                ? number.compareTo(divisor) == 0
                : number.remainder(divisor).signum() == 0;
    }

    private void compareUniqueness() {
        boolean before = differences.before().flag("uniqueItems");
        boolean now = differences.now().flag("uniqueItems");
        if (before != now) {
            SchemaChange change = now ? SchemaChange.BOUND_TIGHTENED : SchemaChange.BOUND_LOOSENED;
            differences.tell(change, now ? "items must differ now" : "items need no longer differ", "uniqueItems");
        }
    }
}
