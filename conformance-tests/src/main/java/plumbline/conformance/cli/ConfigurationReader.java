package plumbline.conformance.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import plumbline.conformance.Spelling;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Documents;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.UriSource;
import plumbline.contract.json.Json;
import plumbline.guard.cli.SilenceReader;
import tools.jackson.databind.JsonNode;

/** Reads {@code plumbline.yaml}, strictly: whatever has no effect is a mistake. */
final class ConfigurationReader {
    private static final String IGNORE = "ignore";
    private static final String CHECK = "check";
    private static final String SILENCE = "silence";

    /** Options that make no sense in a file. */
    private static final Set<String> ELSEWHERE = Set.of("config", "help", "version");

    /** How a member of an object is written where an option takes names with values. */
    private static final Map<String, String> PAIRS = Map.of("set", "=", "header", ": ");

    private final Map<String, OptionSpec> options;
    private final Map<String, OptionSpec> checkOptions;
    private final List<Problem> problems = new ArrayList<>();

    ConfigurationReader(List<OptionSpec> options, List<OptionSpec> checkOptions) {
        this.options = byName(options);
        this.checkOptions = byName(checkOptions);
    }

    private static Map<String, OptionSpec> byName(List<OptionSpec> options) {
        Map<String, OptionSpec> named = new TreeMap<>();
        options.forEach(option -> named.put(option.longestName().substring(2), option));
        named.keySet().removeAll(ELSEWHERE);
        return named;
    }

    /**
     * {@return what a file says}
     *
     * @throws ContractException with all that is wrong with it
     */
    Configuration read(Path file) {
        Node root = Documents.read(UriSource.of(file, ReferencePolicy.strict())).root();
        if (!root.value().isObject()) {
            problem(root, "is no mapping of options to values", "write it like 'base-url: http://127.0.0.1:8080'");
        }
        IgnoreReader ignores = new IgnoreReader(problems);
        Configuration read = new Configuration(
                settings(root, options, List.of(IGNORE, CHECK)),
                root.get(IGNORE).map(ignores::read).orElse(List.of()),
                root.get(CHECK).map(this::check).orElseGet(Configuration.Check::none));
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
        return read;
    }

    private Configuration.Check check(Node section) {
        if (!section.value().isObject()) {
            problem(section, "'check' is no mapping of options to values", "write it like 'check: {fail-on: warning}'");
        }
        SilenceReader silences = new SilenceReader(problems);
        return new Configuration.Check(
                settings(section, checkOptions, List.of(SILENCE)),
                section.get(SILENCE).map(silences::read).orElse(List.of()));
    }

    private Map<String, Configuration.Setting> settings(
            Node section, Map<String, OptionSpec> known, List<String> others) {
        Map<String, Configuration.Setting> settings = new LinkedHashMap<>();
        section.members().forEach((name, value) -> {
            if (!others.contains(name)) {
                List<String> names = new ArrayList<>(known.keySet());
                names.addAll(others);
                setting(name, value, known.get(name), names)
                        .ifPresent(text -> settings.put(name, new Configuration.Setting(text, value.place())));
            }
        });
        return settings;
    }

    private Optional<String> setting(String name, Node value, @Nullable OptionSpec option, List<String> known) {
        if (option == null) {
            problem(
                    value,
                    "'" + name + "' is no option" + Spelling.suggestion(name, known),
                    "--help lists all options");
            return Optional.empty();
        }
        if ("user".equals(name)) {
            problem(value, "credentials do not belong into a file that others read", "set PLUMBLINE_USER instead");
            return Optional.empty();
        }
        boolean pairs = PAIRS.containsKey(name);
        if (value.value().isObject() && pairs) {
            return Optional.of(value.members().entrySet().stream()
                    .map(member -> member.getKey()
                            + PAIRS.get(name)
                            + text(member.getValue().value()))
                    .collect(Collectors.joining("\n")));
        }
        if (value.value().isArray() && option.isMultiValue()) {
            String separator = ",".equals(option.splitRegex()) ? "," : "\n";
            return Optional.of(
                    value.items().stream().map(item -> text(item.value())).collect(Collectors.joining(separator)));
        }
        if (value.value().isContainer() || value.value().isNull()) {
            problem(value, "'" + name + "' takes " + (option.isMultiValue() ? "values" : "one value"), "");
            return Optional.empty();
        }
        return Optional.of(text(value.value()));
    }

    private static String text(JsonNode value) {
        return value.isContainer() ? new String(Json.write(value), StandardCharsets.UTF_8) : value.asString();
    }

    private void problem(Node node, String message, String hint) {
        problems.add(Problem.error(node.place(), message, hint));
    }
}
