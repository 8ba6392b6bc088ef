package plumbline.conformance.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import plumbline.conformance.Ignore;
import plumbline.contract.document.Place;
import plumbline.guard.finding.Silence;

/**
 * What {@code plumbline.yaml} says.
 *
 * @param settings the values of options, by name without hyphens before it
 * @param ignores the findings to ignore
 * @param check what it says for {@code check}
 */
record Configuration(Map<String, Setting> settings, List<Ignore> ignores, Check check) {
    /** Options that mean the same to all commands. */
    private static final Set<String> SHARED = Set.of("contract", "fixtures", "no-color");

    /** The name of the file that is read where it is found. */
    static final String FILE = "plumbline.yaml";

    Configuration {
        settings = Map.copyOf(settings);
        ignores = List.copyOf(ignores);
    }

    /**
     * What is said for {@code check} alone.
     *
     * @param settings the values of its options
     * @param silences the findings to silence
     */
    record Check(Map<String, Setting> settings, List<Silence> silences) {
        Check {
            settings = Map.copyOf(settings);
            silences = List.copyOf(silences);
        }

        static Check none() {
            return new Check(Map.of(), List.of());
        }
    }

    /**
     * The value of an option.
     *
     * @param text the value as it would stand in the environment
     * @param place where it stands
     */
    record Setting(String text, Place place) {}

    static Configuration none() {
        return new Configuration(Map.of(), List.of(), Check.none());
    }

    /** {@return what is said of an option, named as on the command line} */
    Optional<Setting> setting(String option) {
        return Optional.ofNullable(settings.get(option.replaceFirst("^--", "")));
    }

    /** {@return what is said of an option of a command} */
    Optional<Setting> setting(OptionSpec option) {
        String name = option.longestName().replaceFirst("^--", "");
        if (!"check".equals(option.command().name())) {
            return setting(name);
        }
        Optional<Setting> own = Optional.ofNullable(check.settings().get(name));
        return own.isPresent() || !SHARED.contains(name) ? own : setting(name);
    }
}
