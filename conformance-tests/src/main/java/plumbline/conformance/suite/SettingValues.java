package plumbline.conformance.suite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import plumbline.settings.Setting;
import plumbline.settings.Settings;
import plumbline.text.UnusableInputException;

/**
 * The values of the options of {@code verify} that a file says.
 *
 * @param settings what the file says
 */
record SettingValues(Settings settings) {
    private static final String VERIFY = "verify";

    private Optional<Setting> setting(String name) {
        return settings.setting(VERIFY, name);
    }

    /** {@return whether an option is switched on} */
    boolean isOn(String name) {
        return one(name, text -> switch (text) {
                    case "true" -> Optional.of(true);
                    case "false" -> Optional.of(false);
                    default -> Optional.empty();
                })
                .orElse(false);
    }

    /** {@return a number that is not negative} */
    Optional<Integer> number(String name) {
        return one(name, text -> text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty());
    }

    Optional<String> text(String name) {
        return one(name, Optional::of);
    }

    /** {@return the value of an option that takes one} */
    <T> Optional<T> one(String name, Function<String, Optional<T>> reading) {
        return setting(name).map(setting -> {
            if (!setting.isSingle()) {
                throw unusable(name, setting, "takes one value");
            }
            return read(name, setting, setting.texts().get(0), reading);
        });
    }

    /** {@return the values of an option that takes several, separated by commas or as a list} */
    <T> List<T> several(String name, Function<String, Optional<T>> reading) {
        return texts(name)
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(text -> read(name, setting(name).orElseThrow(), text.trim(), reading))
                .toList();
    }

    /** {@return the values of an option that takes several, of which each may have commas} */
    Stream<String> texts(String name) {
        return setting(name).stream().flatMap(setting -> {
            if (setting.node().value().isObject() || setting.node().value().isNull()) {
                throw unusable(name, setting, "takes values");
            }
            return setting.texts().stream();
        });
    }

    /**
     * {@return names with values, whether written as a mapping or as texts}
     *
     * @param separator what stands between them
     */
    List<Pair> pairs(String name, String separator) {
        return setting(name)
                .map(setting -> (setting.node().value().isObject() ? setting.pairs(separator) : setting.texts())
                        .stream()
                                .map(text -> read(name, setting, text, pair -> Pair.parse(pair, separator.trim())))
                                .toList())
                .orElse(List.of());
    }

    /** A name and what is said of it, which may be secret. */
    record Pair(String name, String value) {
        static Optional<Pair> parse(String text, String separator) {
            int at = text.indexOf(separator);
            return at <= 0
                    ? Optional.empty()
                    : Optional.of(new Pair(
                            text.substring(0, at).trim(),
                            text.substring(at + separator.length()).trim()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static <T> T read(String name, Setting setting, String text, Function<String, Optional<T>> reading) {
        return reading.apply(text).orElseThrow(() -> unusable(name, setting, "cannot be read"));
    }

    private static UnusableInputException unusable(String name, Setting setting, String what) {
        return new UnusableInputException("'" + name + "' " + what + " [" + setting.place() + "]");
    }
}
