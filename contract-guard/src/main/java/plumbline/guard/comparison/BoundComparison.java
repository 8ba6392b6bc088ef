package plumbline.guard.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import tools.jackson.databind.JsonNode;

/** Compares limits of numbers, lengths and counts. */
record BoundComparison(Findings findings) {
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
        if (findings.before().values().isPresent() && findings.now().values().isPresent()) {
            return;
        }
        sizes("Length", JsonType.STRING);
        sizes("Items", JsonType.ARRAY);
        sizes("Properties", JsonType.OBJECT);
        sizes("Contains", JsonType.ARRAY);
        if (bothAllow(NUMBERS)) {
            limits(false, numeric(findings.before(), 1), numeric(findings.now(), 1), "minimum");
            limits(true, numeric(findings.before(), -1), numeric(findings.now(), -1), "maximum");
            compareDivisors();
        }
        if (bothAllow(JsonType.ARRAY)) {
            compareUniqueness();
        }
    }

    private boolean bothAllow(JsonType... types) {
        return findings.before().allows(types) && findings.now().allows(types);
    }

    private void sizes(String of, JsonType type) {
        if (bothAllow(type)) {
            limits(false, size(findings.before(), "min" + of), size(findings.now(), "min" + of), "min" + of);
            limits(true, size(findings.before(), "max" + of), size(findings.now(), "max" + of), "max" + of);
        }
    }

    private static @Nullable Bound size(Shape shape, String keyword) {
        Bound tightest = null;
        for (Node value : shape.all(keyword)) {
            boolean isMinimum = keyword.startsWith("min");
            boolean saysNothing = isMinimum && !"minContains".equals(keyword) && isZero(value.value());
            if (value.value().isNumber() && !saysNothing) {
                tightest = tighter(!isMinimum, tightest, new Bound(value.value().decimalValue(), false));
            }
        }
        return tightest;
    }

    private static boolean isZero(JsonNode value) {
        return value.isNumber() && value.decimalValue().signum() == 0;
    }

    /** The limit of numbers; exclusive ones of integers as the next integer, which means the same. */
    private static @Nullable Bound numeric(Shape shape, int inwards) {
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
                    tightness > 0 ? SchemaRule.BOUND_TIGHTENED : SchemaRule.BOUND_LOOSENED,
                    before,
                    now,
                    keyword,
                    exclusive);
        }
    }

    private void tell(SchemaRule rule, @Nullable Object before, @Nullable Object now, String... keywords) {
        String what = now == null
                ? "has no '" + keywords[0] + "' any more, it was " + before
                : "'" + keywords[0] + "' is " + now + " now, "
                        + (before == null ? "there was none" : "it was " + before);
        findings.tell(rule, what, keywords);
    }

    private void compareDivisors() {
        Optional<BigDecimal> before = divisor(findings.before());
        Optional<BigDecimal> now = divisor(findings.now());
        if (before.isEmpty() && now.isEmpty()) {
            return;
        }
        boolean isTighter = before.isEmpty() || now.isPresent() && isMultiple(now.get(), before.get());
        boolean isLooser = now.isEmpty() || before.isPresent() && isMultiple(before.get(), now.get());
        if (isTighter && isLooser) {
            return;
        }
        SchemaRule rule = isTighter
                ? SchemaRule.BOUND_TIGHTENED
                : isLooser ? SchemaRule.BOUND_LOOSENED : SchemaRule.BOUND_CHANGED;
        tell(rule, before.orElse(null), now.orElse(null), "multipleOf");
    }

    private static Optional<BigDecimal> divisor(Shape shape) {
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
        boolean before = findings.before().flag("uniqueItems");
        boolean now = findings.now().flag("uniqueItems");
        if (before != now) {
            SchemaRule rule = now ? SchemaRule.BOUND_TIGHTENED : SchemaRule.BOUND_LOOSENED;
            findings.tell(rule, now ? "items must differ now" : "items need no longer differ", "uniqueItems");
        }
    }
}
