package plumbline.mock.answer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.QuotedText;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.mock.because.Because;
import plumbline.mock.control.switches.Switch;
import plumbline.mock.engine.EngineAnswer;

/**
 * What the client would like to get (RFC 7240): {@code Prefer: code=404, example=name, dynamic=true, seed=7, wait=2}, or the
 * query parameters {@code __code}, {@code __example}, {@code __dynamic} and {@code __seed}, which count only without such a
 * header.
 */
final class Preferences {
    private static final Preferences NONE = new Preferences(Map.of());
    private static final BigDecimal LONGEST_WAIT = BigDecimal.valueOf(300);
    private static final List<String> KNOWN = List.of("code", "example", "dynamic", "seed", "wait");

    private final Map<String, Preference> byName;

    private Preferences(Map<String, Preference> byName) {
        this.byName = byName;
    }

    /** {@return no preferences} */
    static Preferences none() {
        return NONE;
    }

    static Preferences of(Request request) {
        List<String> lines = request.headers().all("Prefer");
        if (lines.isEmpty() && !request.query().contains("__")) {
            return NONE;
        }
        Map<String, Preference> byName = new LinkedHashMap<>();
        for (Preference preference : lines.isEmpty() ? inQuery(request.query()) : inFields(lines)) {
            if (KNOWN.contains(preference.name())) {
                byName.putIfAbsent(preference.name(), preference);
            }
        }
        return new Preferences(byName);
    }

    private static List<Preference> inFields(List<String> lines) {
        return lines.stream()
                .flatMap(line -> QuotedText.split(line, ',').stream())
                .map(Preference::parse)
                .toList();
    }

    private static List<Preference> inQuery(String query) {
        List<Preference> preferences = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("__")) {
                preferences.add(
                        Preference.parse(PercentCoding.decode(pair.substring(2)).orElse("")));
            }
        }
        return preferences;
    }

    /** {@return what is wrong with the values; empty if they can be used} */
    List<String> faults() {
        return byName.values().stream()
                .flatMap(preference -> preference.fault().stream())
                .toList();
    }

    /** {@return the status to answer with} */
    OptionalInt code() {
        String code = value("code");
        return code == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(code));
    }

    /** {@return the name of the example to answer with; null for none in particular} */
    @Nullable
    String example() {
        return value("example");
    }

    /** {@return whether to sample the schema rather than to use examples and fixtures} */
    boolean isDynamic() {
        return isDynamic(false);
    }

    /** {@return whether to sample the schema rather than to use examples, where that is the rule or not} */
    boolean isDynamic(boolean byDefault) {
        String wish = value("dynamic");
        return wish == null ? byDefault : "true".equals(wish);
    }

    /** {@return which of the valid samples to answer with, where this one would be without a wish} */
    long seed(long otherwise) {
        String wish = value("seed");
        return wish == null ? otherwise : otherwise * 31 + wish.hashCode();
    }

    /** {@return the wishes for a refusal with this status: an example, as far as it is meant for that} */
    Preferences forRefusal(int status) {
        if (!faults().isEmpty() || code().isEmpty() || code().getAsInt() != status) {
            return NONE;
        }
        Map<String, Preference> meant = new LinkedHashMap<>(byName);
        meant.keySet().retainAll(List.of("code", "example"));
        return new Preferences(meant);
    }

    /** {@return the wish for an example} */
    static Preferences ofExample(String name) {
        return new Preferences(Map.of("example", new Preference("example", name, name)));
    }

    /** {@return these wishes or, where they leave the answer open, what the operation is switched to} */
    Preferences or(Switch set) {
        if (!allowFixture() || set.status() == null && set.example() == null) {
            return this;
        }
        Map<String, Preference> both = new LinkedHashMap<>(byName);
        if (set.status() != null) {
            both.put("code", new Preference("code", set.status().toString(), ""));
        }
        if (set.example() != null) {
            both.put("example", new Preference("example", set.example(), ""));
        }
        return new Preferences(both);
    }

    /** {@return whether a fixture may answer} */
    boolean allowFixture() {
        return code().isEmpty() && example() == null && !isDynamic();
    }

    /** {@return the answer with this response, which comes as late as is wished and tells which wishes it fulfils} */
    EngineAnswer fulfilledBy(MadeResponse made) {
        if (byName.isEmpty()) {
            return EngineAnswer.now(made.response());
        }
        List<String> applied = new ArrayList<>();
        for (Preference preference : byName.values()) {
            if (fulfils(made, preference.name())) {
                applied.add(preference.name().equals("wait") ? wait(preference).asField() : preference.asField());
            }
        }
        if (applied.isEmpty()) {
            return new EngineAnswer(made.response(), delay());
        }
        Response response = made.response().withHeader("Preference-Applied", String.join(", ", applied));
        boolean isChosen = applied.stream().anyMatch(field -> !field.startsWith("wait="));
        return new EngineAnswer(isChosen ? Because.more(response, " (Prefer)") : response, delay());
    }

    private boolean fulfils(MadeResponse made, String name) {
        return switch (name) {
            case "example" -> made.source() == MadeResponse.Source.EXAMPLE;
            case "seed" -> made.source() == MadeResponse.Source.SAMPLE;
            case "dynamic" -> isDynamic() == (made.source() == MadeResponse.Source.SAMPLE) && made.hasSource();
            default -> true;
        };
    }

    private Duration delay() {
        Preference wait = byName.get("wait");
        return wait == null
                ? Duration.ZERO
                : Duration.ofMillis(
                        new BigDecimal(wait(wait).value()).movePointRight(3).longValueExact());
    }

    private static Preference wait(Preference wished) {
        return new BigDecimal(wished.value()).compareTo(LONGEST_WAIT) > 0
                ? wished.withValue(LONGEST_WAIT.toString())
                : wished;
    }

    private @Nullable String value(String name) {
        Preference preference = byName.get(name);
        return preference == null ? null : preference.value();
    }
}
