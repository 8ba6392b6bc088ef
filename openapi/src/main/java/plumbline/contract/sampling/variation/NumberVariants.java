package plumbline.contract.sampling.variation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.contract.sampling.FormatRanges;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** Varies numbers: bounds, steps, and the ranges of formats. */
final class NumberVariants implements VariantMaker {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MOST_DIGITS = 100;

    @Override
    public void faults(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        if (!place.value().isNumber()) {
            return;
        }
        BigDecimal step = step(place);
        bound(schema, "minimum")
                .ifPresent(
                        bound -> out.accept(Variant.of("minimum", "below minimum " + text(bound), below(bound, step))));
        bound(schema, "maximum")
                .ifPresent(
                        bound -> out.accept(Variant.of("maximum", "above maximum " + text(bound), above(bound, step))));
        bound(schema, "exclusiveMinimum")
                .ifPresent(bound -> out.accept(
                        Variant.of("exclusiveMinimum", "at exclusiveMinimum " + text(bound), downFrom(bound, step))));
        bound(schema, "exclusiveMaximum")
                .ifPresent(bound -> out.accept(
                        Variant.of("exclusiveMaximum", "at exclusiveMaximum " + text(bound), upFrom(bound, step))));
        bound(schema, "multipleOf")
                .ifPresent(multiple -> out.accept(Variant.of(
                        "multipleOf",
                        "no multiple of " + text(multiple),
                        between(place.value().decimalValue(), multiple))));
        range(schema).ifPresent(range -> {
            String format = schema.path("format").stringValue();
            out.accept(Variant.of("format", "above " + format, node(range.most().add(BigDecimal.ONE))));
            out.accept(
                    Variant.of("format", "below " + format, node(range.least().subtract(BigDecimal.ONE))));
        });
    }

    @Override
    public void edges(PlaceInValue place, JsonNode schema, Consumer<Variant> out) {
        if (!place.value().isNumber()) {
            return;
        }
        BigDecimal step = step(place);
        bound(schema, "minimum").ifPresent(bound -> {
            out.accept(Variant.of("minimum", "at minimum " + text(bound), upFrom(bound, step)));
            out.accept(Variant.of("minimum", "just above minimum " + text(bound), above(bound, step)));
        });
        bound(schema, "maximum").ifPresent(bound -> {
            out.accept(Variant.of("maximum", "just below maximum " + text(bound), below(bound, step)));
            out.accept(Variant.of("maximum", "at maximum " + text(bound), downFrom(bound, step)));
        });
        bound(schema, "exclusiveMinimum")
                .ifPresent(bound -> out.accept(Variant.of(
                        "exclusiveMinimum", "just above exclusiveMinimum " + text(bound), above(bound, step))));
        bound(schema, "exclusiveMaximum")
                .ifPresent(bound -> out.accept(Variant.of(
                        "exclusiveMaximum", "just below exclusiveMaximum " + text(bound), below(bound, step))));
        range(schema).ifPresent(range -> {
            String format = schema.path("format").stringValue();
            out.accept(Variant.of("format", "least " + format, node(range.least())));
            out.accept(Variant.of("format", "greatest " + format, node(range.most())));
        });
    }

    /** {@return the number, written without an exponent if it is whole} */
    static JsonNode node(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return NODES.numberNode(plain);
        }
        BigInteger whole = plain.toBigInteger();
        if (whole.bitLength() < Integer.SIZE) {
            return NODES.numberNode(whole.intValue());
        }
        return whole.bitLength() < Long.SIZE ? NODES.numberNode(whole.longValue()) : NODES.numberNode(whole);
    }

    private static Optional<BigDecimal> bound(JsonNode schema, String keyword) {
        return schema.optional(keyword)
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .filter(number -> Math.abs((long) number.precision() - number.scale()) < MOST_DIGITS);
    }

    private static Optional<FormatRanges.Range> range(JsonNode schema) {
        return FormatRanges.of(schema.path("format").asString(""));
    }

    /** The largest step; where several must be kept, the trial decides. */
    private static BigDecimal step(PlaceInValue place) {
        return place.schemas().stream()
                .flatMap(schema -> bound(schema, "multipleOf").stream())
                .filter(step -> step.signum() > 0)
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
    }

    private static List<JsonNode> below(BigDecimal bound, BigDecimal step) {
        BigDecimal multiple = multiple(bound, step, RoundingMode.FLOOR);
        BigDecimal first = multiple.compareTo(bound) == 0 ? bound.subtract(step) : multiple;
        return nodes(first, bound.subtract(BigDecimal.ONE), bound.subtract(HALF), bound.subtract(fine()));
    }

    private static List<JsonNode> above(BigDecimal bound, BigDecimal step) {
        BigDecimal multiple = multiple(bound, step, RoundingMode.CEILING);
        BigDecimal first = multiple.compareTo(bound) == 0 ? bound.add(step) : multiple;
        return nodes(first, bound.add(BigDecimal.ONE), bound.add(HALF), bound.add(fine()));
    }

    private static List<JsonNode> upFrom(BigDecimal bound, BigDecimal step) {
        return nodes(bound, multiple(bound, step, RoundingMode.CEILING));
    }

    private static List<JsonNode> downFrom(BigDecimal bound, BigDecimal step) {
        return nodes(bound, multiple(bound, step, RoundingMode.FLOOR));
    }

    private static List<JsonNode> between(BigDecimal value, BigDecimal multiple) {
        BigDecimal half = multiple.multiply(HALF);
        return nodes(
                value.add(BigDecimal.ONE),
                value.subtract(BigDecimal.ONE),
                value.add(half),
                value.subtract(half),
                value.add(multiple.movePointLeft(1)),
                value.subtract(multiple.movePointLeft(1)));
    }

    private static BigDecimal fine() {
        return new BigDecimal("0.001");
    }

    private static BigDecimal multiple(BigDecimal bound, BigDecimal step, RoundingMode mode) {
        return bound.divide(step, 0, mode).multiply(step);
    }

    private static List<JsonNode> nodes(BigDecimal... numbers) {
        List<JsonNode> nodes = new ArrayList<>();
        for (BigDecimal number : numbers) {
            nodes.add(node(number));
        }
        return nodes;
    }

    private static String text(BigDecimal number) {
        return node(number).toString();
    }
}
