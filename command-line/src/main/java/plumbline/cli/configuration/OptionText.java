package plumbline.cli.configuration;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import plumbline.settings.Setting;

/** Writes the value of a setting as it would stand in the environment. */
final class OptionText {
    /** How a member of an object is written where an option takes names with values. */
    private static final Map<String, String> PAIRS = Map.of("set", "=", "header", ": ");

    private OptionText() {}

    /** {@return the name of an option, without hyphens before it} */
    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /** {@return the text of a value; nothing if the option takes no such value} */
    static Optional<String> of(OptionSpec option, Setting setting) {
        String separator = ",".equals(option.splitRegex()) ? "," : "\n";
        String pairs = PAIRS.get(name(option));
        if (setting.node().value().isObject() && pairs != null) {
            return Optional.of(String.join("\n", setting.pairs(pairs)));
        }
        if (setting.isSingle() || setting.node().value().isArray() && option.isMultiValue()) {
            return Optional.of(String.join(separator, setting.texts()));
        }
        return Optional.empty();
    }
}
