package plumbline.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.document.ContractException;
import plumbline.finding.Ignore;
import plumbline.finding.SeverityChange;

/**
 * What {@code plumbline.yaml} says.
 *
 * @param common what is said for all commands: options by their names, without hyphens before them
 * @param sections what is said for single commands, by their names; it wins over what is common
 * @param ignores the findings that the user lives with, by the command that they are said for; those for all under
 *     the empty name
 * @param severities how much findings matter to the user, by the command that it is said for
 */
public record Settings(
        Map<String, Setting> common,
        Map<String, Map<String, Setting>> sections,
        Map<String, List<Ignore>> ignores,
        Map<String, List<SeverityChange>> severities) {
    /** The name of the file that is read where it is found. */
    public static final String FILE = "plumbline.yaml";

    /** The name under which what is said for all commands stands. */
    static final String ALL = "";

    public Settings {
        common = Map.copyOf(common);
        sections = Map.copyOf(sections);
        ignores = Map.copyOf(ignores);
        severities = Map.copyOf(severities);
    }

    /** {@return settings that say nothing} */
    public static Settings none() {
        return new Settings(Map.of(), Map.of(), Map.of(), Map.of());
    }

    /**
     * {@return what a file says}
     *
     * @throws ContractException if it cannot be read, with all that is wrong with it; whether an option of a name
     *     exists is for the reader to judge
     */
    public static Settings read(Path file) {
        return new SettingsReader().read(file);
    }

    /** {@return what is said of an option of a command} */
    public Optional<Setting> setting(String command, String option) {
        return Optional.ofNullable(of(command).get(option));
    }

    /** {@return what is said of all options of a command} */
    public Map<String, Setting> of(String command) {
        Map<String, Setting> all = new LinkedHashMap<>(common);
        all.putAll(sections.getOrDefault(command, Map.of()));
        return all;
    }

    /** {@return how much findings of a command matter to the user; what is said for it alone last} */
    public List<SeverityChange> severities(String command) {
        List<SeverityChange> all = new ArrayList<>(severities.getOrDefault(ALL, List.of()));
        all.addAll(severities.getOrDefault(command, List.of()));
        return all;
    }

    /** {@return the findings of a command that the user lives with} */
    public List<Ignore> ignores(String command) {
        List<Ignore> all = new ArrayList<>(ignores.getOrDefault(ALL, List.of()));
        all.addAll(ignores.getOrDefault(command, List.of()));
        return all;
    }
}
