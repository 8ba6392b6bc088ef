package plumbline.contract.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.networknt.schema.ExecutionContext;
import plumbline.json.networknt.schema.SchemaContext;
import plumbline.json.networknt.schema.format.Format;
import plumbline.json.networknt.schema.format.UriFormat;

/** The formats of the OpenAPI Format Registry that the validator does not know by itself. */
final class Formats {
    private static final BigDecimal LARGEST_FLOAT = new BigDecimal(Float.MAX_VALUE);
    private static final BigDecimal LARGEST_DOUBLE = new BigDecimal(Double.MAX_VALUE);
    /** Of RFC 5321, section 4.1.2, without asking whether the domain is registered. */
    private static final Pattern EMAIL = Pattern.compile(
            "(?:[^\\s\\p{Cntrl}\"(),:;<>@\\[\\\\\\].]++(?:\\.[^\\s\\p{Cntrl}\"(),:;<>@\\[\\\\\\].]++)*+"
                    + "|\"(?:[^\"\\\\\\p{Cntrl}]|\\\\.)*+\")"
                    + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)*+|\\[[0-9A-Za-z:.]+])");

    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");
    private static final Pattern BASE64_URL = Pattern.compile("[A-Za-z0-9_-]*+={0,2}");

    private Formats() {}

    static List<Format> all() {
        return List.of(
                new NumberFormat("int8", number -> isWhole(number, 7)),
                new NumberFormat("int16", number -> isWhole(number, 15)),
                new NumberFormat("int32", number -> isWhole(number, 31)),
                new NumberFormat("int64", number -> isWhole(number, 63)),
                new NumberFormat("uint8", number -> isUnsigned(number, 8)),
                new NumberFormat("uint16", number -> isUnsigned(number, 16)),
                new NumberFormat("uint32", number -> isUnsigned(number, 32)),
                new NumberFormat("uint64", number -> isUnsigned(number, 64)),
                new NumberFormat("float", number -> number.abs().compareTo(LARGEST_FLOAT) <= 0),
                new NumberFormat("double", number -> number.abs().compareTo(LARGEST_DOUBLE) <= 0),
                new QuickUriFormat(new UriFormat()),
                new TextFormat("email", text -> EMAIL.matcher(text).matches()),
                new TextFormat("byte", text -> BASE64.matcher(text).matches()),
                new TextFormat("base64url", text -> BASE64_URL.matcher(text).matches()),
                new TextFormat("char", text -> text.codePointCount(0, text.length()) == 1));
    }

    private static boolean isWhole(BigDecimal number, int bits) {
        return isWhole(number) && number.toBigInteger().bitLength() <= bits;
    }

    private static boolean isUnsigned(BigDecimal number, int bits) {
        return isWhole(number) && number.signum() >= 0 && number.toBigInteger().bitLength() <= bits;
    }

    private static boolean isWhole(BigDecimal number) {
        // An exponent in the thousands would make toBigInteger allocate that many digits.
        return number.stripTrailingZeros().scale() <= 0
                && number.precision() - number.scale() <= BigInteger.TEN.bitLength() * 10;
    }

    private record NumberFormat(String name, Predicate<BigDecimal> rule) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode value) {
            return !value.isNumber() || rule.test(value.decimalValue());
        }
    }

    /** Knows the usual URL at a glance, as validating most of what bodies hold is to parse that; any other is read to its end. */
    private record QuickUriFormat(Format whole) implements Format {
        private static final String PUNCTUATION = "./-_~";

        @Override
        public String getName() {
            return whole.getName();
        }

        @Override
        public @Nullable String getMessageKey() {
            return whole.getMessageKey();
        }

        @Override
        public boolean matches(ExecutionContext execution, String value) {
            return isUsual(value) || whole.matches(execution, value);
        }

        /** Whether it is a scheme, a name and a path without anything that is encoded or set apart. */
        private static boolean isUsual(String value) {
            int start = value.startsWith("https://") ? 8 : 7;
            if (start == 7 && !value.startsWith("http://")
                    || value.length() == start
                    || !isAlphanumeric(value.charAt(start))) {
                return false;
            }
            for (int i = start; i < value.length(); i++) {
                char character = value.charAt(i);
                if (!isAlphanumeric(character) && PUNCTUATION.indexOf(character) < 0) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isAlphanumeric(char character) {
            return character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9';
        }
    }

    private record TextFormat(String name, Predicate<String> rule) implements Format {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean matches(ExecutionContext execution, String value) {
            return rule.test(value);
        }
    }
}
