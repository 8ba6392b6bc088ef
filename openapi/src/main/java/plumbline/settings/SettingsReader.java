package plumbline.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Documents;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.UriSource;
import plumbline.finding.Ignore;
import plumbline.finding.SeverityChange;

/** Reads {@code plumbline.yaml}. */
final class SettingsReader {
    /** The commands, each of which may have a section of its own. */
    private static final Set<String> COMMANDS = Set.of("mock", "verify", "check", "merge-reports");

    private static final String IGNORE = "ignore";

    private static final String SEVERITIES = "severities";

    /** How {@code ignore} was called for {@code check} once. */
    private static final String SILENCE = "silence";

    private final List<Problem> problems = new ArrayList<>();
    private final IgnoreReader ignoreReader = new IgnoreReader(problems);
    private final Map<String, List<Ignore>> ignores = new LinkedHashMap<>();
    private final Map<String, List<SeverityChange>> severities = new LinkedHashMap<>();

    Settings read(Path file) {
        Node root = Documents.read(UriSource.of(file, ReferencePolicy.strict())).root();
        if (!root.value().isObject()) {
            problem(root, "is no mapping of options to values", "write it like 'base-url: http://127.0.0.1:8080'");
        }
        Map<String, Setting> common = new LinkedHashMap<>();
        Map<String, Map<String, Setting>> sections = new LinkedHashMap<>();
        root.members().forEach((name, value) -> {
            if (COMMANDS.contains(name)) {
                sections.put(name, section(name, value));
            } else {
                setting(Settings.ALL, name, value, common);
            }
        });
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
        return new Settings(common, sections, ignores, severities);
    }

    private Map<String, Setting> section(String command, Node section) {
        if (!section.value().isObject()) {
            problem(
                    section,
                    "'" + command + "' is no mapping of options to values",
                    "write it like '" + command + ": {contract: api.yaml}'");
        }
        Map<String, Setting> settings = new LinkedHashMap<>();
        section.members().forEach((name, value) -> setting(command, name, value, settings));
        return settings;
    }

    private void setting(String command, String name, Node value, Map<String, Setting> settings) {
        if (IGNORE.equals(name) || SILENCE.equals(name) && "check".equals(command)) {
            ignores.computeIfAbsent(command, any -> new ArrayList<>())
                    .addAll(ignoreReader.read(name, value, "check".equals(command)));
        } else if (SEVERITIES.equals(name) && (Settings.ALL.equals(command) || "check".equals(command))) {
            severities
                    .computeIfAbsent(command, any -> new ArrayList<>())
                    .addAll(new SeverityReader(problems).read(name, value));
        } else {
            settings.put(name, new Setting(value));
        }
    }

    private void problem(Node node, String message, String hint) {
        problems.add(Problem.error(node.place(), message, hint));
    }
}
