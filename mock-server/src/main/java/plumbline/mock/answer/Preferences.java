package plumbline.mock.answer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.QuotedText;
import plumbline.contract.http.Request;

/**
 * What the client would like to get (RFC 7240): {@code Prefer: code=404, example=name, dynamic=true, wait=2}, or the query
 * parameters {@code __code}, {@code __example} and {@code __dynamic}, which count only without such a header.
 */
final class Preferences {
    private static final Preferences NONE = new Preferences(Map.of());
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final List<String> KNOWN = List.of("code", "example", "dynamic", "wait");

    private final Map<String, String> values;

    private Preferences(Map<String, String> values) {
        this.values = values;
    }

    static Preferences of(Request request) {
        List<String> lines = request.headers().all("Prefer");
        if (lines.isEmpty() && !request.query().contains("__")) {
            return NONE;
        }
        Map<String, String> values = new LinkedHashMap<>();
        if (lines.isEmpty()) {
            for (String pair : request.query().split("&", -1)) {
                if (pair.startsWith("__")) {
                    put(values, PercentCoding.decode(pair.substring(2)).orElse(""));
                }
            }
        }
        for (String line : lines) {
            for (String preference : QuotedText.split(line, ',')) {
                put(values, QuotedText.split(preference, ';').get(0));
            }
        }
        return new Preferences(values);
    }

    private static void put(Map<String, String> values, String preference) {
        int equals = preference.indexOf('=');
        String name = (equals < 0 ? preference : preference.substring(0, equals))
                .trim()
                .toLowerCase(Locale.ROOT);
        if (KNOWN.contains(name)) {
            values.putIfAbsent(
                    name,
                    equals < 0
                            ? ""
                            : QuotedText.unquote(
                                    preference.substring(equals + 1).trim()));
        }
    }

    /** {@return what is wrong with the values; empty if they can be used} */
    List<String> faults() {
        List<String> faults = new ArrayList<>(0);
        values.forEach((name, value) -> {
            boolean fits = switch (name) {
                case "code" -> value.matches("[1-5][0-9]{2}");
                case "dynamic" -> value.matches("true|false");
                case "wait" -> value.matches("[0-9]{1,4}(\\.[0-9]{1,3})?");
                default -> !value.isEmpty();
            };
            if (!fits) {
                faults.add("The preference " + name + "=" + value + " cannot be read; " + form(name) + ".");
            }
        });
        return faults;
    }

    private static String form(String name) {
        return switch (name) {
            case "code" -> "write a status such as code=404";
            case "dynamic" -> "write dynamic=true or dynamic=false";
            case "wait" -> "write seconds such as wait=1.5";
            default -> "write a name such as example=first";
        };
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** {@return the status to answer with} */
    OptionalInt code() {
        String code = values.get("code");
        return code == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(code));
    }

    /** {@return the name of the example to answer with; null for none in particular} */
    @Nullable
    String example() {
        return values.get("example");
    }

    /** {@return whether to sample the schema rather than to use examples and fixtures} */
    boolean isDynamic() {
        return "true".equals(values.get("dynamic"));
    }

    /** {@return how long to wait before answering; not at all if there are faults} */
    Duration delay() {
        String wait = values.get("wait");
        if (wait == null || !faults().isEmpty()) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofMillis(Math.round(Double.parseDouble(wait) * 1000));
        return delay.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : delay;
    }

    /** {@return what to say in {@code Preference-Applied}} */
    String applied() {
        List<String> applied = new ArrayList<>();
        values.forEach((name, value) -> applied.add(name + "=" + value));
        return String.join(", ", applied);
    }
}
