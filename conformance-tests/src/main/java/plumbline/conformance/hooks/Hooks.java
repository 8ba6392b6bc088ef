package plumbline.conformance.hooks;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.settings.Settings;

/**
 * What the user has done before a run and after it.
 *
 * @param before commands; lines {@code name=value} that they write set values of parameters
 * @param after commands
 */
public record Hooks(List<ShellCommand> before, List<ShellCommand> after) {
    private static final String VERIFY = "verify";

    public Hooks {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * {@return the commands {@code before} and {@code after} of a file}
     *
     * @param folder where they are run
     */
    public static Hooks of(Settings settings, Path folder) {
        return new Hooks(commands(settings, "before", folder), commands(settings, "after", folder));
    }

    private static List<ShellCommand> commands(Settings settings, String name, Path folder) {
        return settings.setting(VERIFY, name).stream()
                .flatMap(setting -> setting.texts().stream())
                .map(line -> new ShellCommand(line, folder))
                .toList();
    }

    /**
     * Runs the commands before a run.
     *
     * @return the values that they set
     * @throws plumbline.text.UnusableInputException if one fails
     */
    public Map<String, String> runBefore(URI baseUrl) {
        Map<String, String> values = new LinkedHashMap<>();
        before.stream()
                .flatMap(command -> Stream.of(command.run(environment(baseUrl)).split("\\R")))
                .filter(line -> line.indexOf('=') > 0)
                .forEach(line -> values.put(
                        line.substring(0, line.indexOf('=')).strip(),
                        line.substring(line.indexOf('=') + 1).strip()));
        return values;
    }

    /**
     * Runs the commands after a run.
     *
     * @throws plumbline.text.UnusableInputException if one fails
     */
    public void runAfter(URI baseUrl) {
        after.forEach(command -> command.run(environment(baseUrl)));
    }

    private static Map<String, String> environment(URI baseUrl) {
        return Map.of("PLUMBLINE_BASE_URL", baseUrl.toString());
    }
}
