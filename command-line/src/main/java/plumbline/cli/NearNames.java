package plumbline.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import plumbline.text.Spelling;

/** What was most likely meant by a name that does not exist: a similar one, or what others call the same. */
final class NearNames {
    private static final Map<String, Set<String>> COMMANDS = Map.of(
            Commands.MOCK, Set.of("serve", "server", "start", "run", "stub"),
            Commands.VERIFY, Set.of("test", "conform", "conformance", "fuzz"),
            Commands.CHECK, Set.of("lint", "validate", "diff", "breaking", "guard"),
            Commands.MERGE, Set.of("merge", "report", "reports"));

    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "--base-url", Set.of("url", "server", "target", "endpoint"),
            "--contract", Set.of("spec", "openapi", "document", "api", "schema"),
            "--workers", Set.of("concurrency", "threads", "parallel"),
            "--output", Set.of("out", "report"),
            "--set", Set.of("param", "parameter", "value"));

    private NearNames() {}

    /** {@return " (did you mean 'x'?)" with the command that was most likely meant, or nothing} */
    static String ofCommand(String word) {
        return suggestion(word, Commands.NAMES, COMMANDS);
    }

    /** {@return the same with an option of a command} */
    static String ofOption(String word, CommandLine command) {
        List<String> names = command.getCommandSpec().options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
        return suggestion(word, names, OPTIONS);
    }

    private static String suggestion(String word, Collection<String> names, Map<String, Set<String>> synonyms) {
        return names.stream()
                .filter(name -> synonyms.getOrDefault(name, Set.of()).contains(word.replaceFirst("^--", "")))
                .findFirst()
                .map(name -> Spelling.suggestion(name, List.of(name)))
                .orElseGet(() -> Spelling.suggestion(word, names));
    }
}
