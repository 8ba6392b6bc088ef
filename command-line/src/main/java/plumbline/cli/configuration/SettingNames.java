package plumbline.cli.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Problem;
import plumbline.settings.Setting;
import plumbline.settings.Settings;
import plumbline.text.Spelling;

/** Holds settings to the options that there are, strictly: whatever has no effect is a mistake. */
public final class SettingNames {
    /** Options that make no sense in a file. */
    private static final Set<String> ELSEWHERE = Set.of("config", "help", "version");

    /** What a file says of a run that is too much for an option. */
    private static final Set<String> NO_OPTIONS = Set.of("auth", "before", "after");

    /** Options whose values must not be read by others. */
    private static final Set<String> SECRET = Set.of("user", "bearer", "api-key", "cert-password");

    private final Map<String, Map<String, OptionSpec>> byCommand = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Takes all commands. */
    public SettingNames(List<CommandLine> commands) {
        for (CommandLine command : commands) {
            Map<String, OptionSpec> options = new TreeMap<>();
            command.getCommandSpec().options().forEach(option -> options.put(OptionText.name(option), option));
            options.keySet().removeAll(ELSEWHERE);
            byCommand.put(command.getCommandName(), options);
        }
    }

    /**
     * Refuses settings that no command can obey.
     *
     * @throws ContractException with all of them
     */
    public void check(Settings settings) {
        Map<String, OptionSpec> all = new TreeMap<>();
        byCommand.values().forEach(all::putAll);
        List<String> names = new ArrayList<>(all.keySet());
        names.addAll(byCommand.keySet());
        check(settings.common(), all, names);
        settings.sections().forEach((command, section) -> {
            Map<String, OptionSpec> options = byCommand.getOrDefault(command, Map.of());
            check(section, options, new ArrayList<>(options.keySet()));
        });
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
    }

    private void check(Map<String, Setting> settings, Map<String, OptionSpec> options, List<String> known) {
        List<String> names = new ArrayList<>(known);
        names.add("ignore");
        names.addAll(NO_OPTIONS);
        settings.forEach((name, setting) -> {
            OptionSpec option = options.get(name);
            if (option == null && NO_OPTIONS.contains(name)) {
                return;
            }
            if (option == null) {
                problem(
                        setting,
                        "'" + name + "' is no option" + Spelling.suggestion(name, names),
                        "--help lists all options");
            } else if (SECRET.contains(name)) {
                problem(
                        setting,
                        "credentials do not belong into a file that others read",
                        "set " + EnvironmentDefaults.name(option) + " instead");
            } else if (OptionText.of(option, setting).isEmpty()) {
                problem(setting, "'" + name + "' takes " + (option.isMultiValue() ? "values" : "one value"), "");
            }
        });
    }

    private void problem(Setting setting, String message, String hint) {
        problems.add(Problem.error(setting.place(), message, hint));
    }
}
