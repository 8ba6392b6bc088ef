package plumbline.conformance.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.Ignore;
import plumbline.contract.document.Place;

/**
 * What {@code plumbline.yaml} says.
 *
 * @param settings the values of options, by name without hyphens before it
 * @param ignores the findings to ignore
 */
record Configuration(Map<String, Setting> settings, List<Ignore> ignores) {
    /** The name of the file that is read where it is found. */
    static final String FILE = "plumbline.yaml";

    Configuration {
        settings = Map.copyOf(settings);
        ignores = List.copyOf(ignores);
    }

    /**
     * The value of an option.
     *
     * @param text the value as it would stand in the environment
     * @param place where it stands
     */
    record Setting(String text, Place place) {}

    static Configuration none() {
        return new Configuration(Map.of(), List.of());
    }

    /** {@return what is said of an option, named as on the command line} */
    Optional<Setting> setting(String option) {
        return Optional.ofNullable(settings.get(option.replaceFirst("^--", "")));
    }
}
