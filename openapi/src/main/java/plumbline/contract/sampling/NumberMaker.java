package plumbline.contract.sampling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import plumbline.contract.sampling.source.Choices;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Makes numbers within bounds.
 *
 * @param choices what is left open
 */
record NumberMaker(Choices choices) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final BigDecimal SPAN = new BigDecimal(100);

    JsonNode integer(Constraints constraints, String name) {
        narrow(constraints, name);
        FormatRanges.narrow(constraints);
        BigDecimal step = step(constraints, BigDecimal.ONE);
        BigInteger number =
                stepped(constraints, step).setScale(0, RoundingMode.HALF_UP).toBigInteger();
        if (number.bitLength() < Integer.SIZE) {
            return NODES.numberNode(number.intValue());
        }
        return number.bitLength() < Long.SIZE ? NODES.numberNode(number.longValue()) : NODES.numberNode(number);
    }

    JsonNode number(Constraints constraints, String name) {
        narrow(constraints, name);
        BigDecimal step = constraints.multiples.isEmpty() ? fineStep(constraints) : step(constraints, null);
        return NODES.numberNode(stepped(constraints, step).stripTrailingZeros());
    }

    private void narrow(Constraints constraints, String name) {
        if (choices.preferRealistic()) {
            RealisticRanges.narrow(constraints, name);
        }
    }

    /** The least common multiple of all steps. */
    private static BigDecimal step(Constraints constraints, @Nullable BigDecimal start) {
        BigDecimal step = start;
        for (BigDecimal other : constraints.multiples) {
            step = step == null ? other : leastCommonMultiple(step, other);
        }
        return step == null ? BigDecimal.ONE : step;
    }

    private static BigDecimal leastCommonMultiple(BigDecimal a, BigDecimal b) {
        int scale = Math.max(0, Math.max(a.scale(), b.scale()));
        BigInteger left = a.movePointRight(scale).toBigInteger();
        BigInteger right = b.movePointRight(scale).toBigInteger();
        BigInteger divisor = left.gcd(right);
        return divisor.signum() == 0
                ? BigDecimal.ONE
                : new BigDecimal(left.divide(divisor).multiply(right)).movePointLeft(scale);
    }

    /** A step small enough to have some numbers between the bounds. */
    private static BigDecimal fineStep(Constraints constraints) {
        BigDecimal step = new BigDecimal("0.01");
        if (constraints.minimum != null && constraints.maximum != null) {
            BigDecimal span = constraints.maximum.subtract(constraints.minimum);
            while (span.signum() > 0 && span.compareTo(step.multiply(BigDecimal.TEN)) < 0) {
                step = step.movePointLeft(1);
            }
        }
        return step;
    }

    /** A multiple of the step between the bounds. */
    private BigDecimal stepped(Constraints constraints, BigDecimal step) {
        BigDecimal low = low(constraints);
        BigDecimal high = high(constraints, low);
        BigInteger first = low.divide(step, 0, RoundingMode.CEILING).toBigInteger();
        BigInteger last = high.divide(step, 0, RoundingMode.FLOOR).toBigInteger();
        if (constraints.exclusiveMinimum && isBound(first, step, constraints.minimum)) {
            first = first.add(BigInteger.ONE);
        }
        if (constraints.exclusiveMaximum && isBound(last, step, constraints.maximum)) {
            last = last.subtract(BigInteger.ONE);
        }
        BigInteger count = last.subtract(first);
        long most =
                count.signum() < 0 ? 0 : count.min(BigInteger.valueOf(100_000)).longValue();
        return new BigDecimal(first.add(BigInteger.valueOf(choices.between(0, most)))).multiply(step);
    }

    private static boolean isBound(BigInteger count, BigDecimal step, @Nullable BigDecimal bound) {
        return bound != null && new BigDecimal(count).multiply(step).compareTo(bound) == 0;
    }

    private static BigDecimal low(Constraints constraints) {
        if (constraints.minimum != null) {
            return constraints.minimum;
        }
        return constraints.maximum == null ? BigDecimal.ONE : constraints.maximum.subtract(SPAN);
    }

    private static BigDecimal high(Constraints constraints, BigDecimal low) {
        return constraints.maximum == null
                ? low.add(SPAN)
                        .max(constraints.multiples.stream()
                                .max(BigDecimal::compareTo)
                                .map(step -> low.abs().add(step.multiply(SPAN)))
                                .orElse(low))
                : constraints.maximum;
    }
}
