package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import plumbline.contract.document.CallerRemedy;
import plumbline.settings.Settings;

/** What holds for the options of all commands. */
class OptionLawTests {
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*\\*.*?\\*/");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");

    /** Options of git and curl, which users do not see as ours. */
    private static final Set<String> OF_OTHERS =
            Set.of("--show-prefix", "--verify", "--quiet", "--head", "--data-binary", "--path-as-is");

    /** Options of git and npm in recipes, and the one that users are shown misspelt. */
    private static final Set<String> OF_OTHERS_ON_PAGES = Set.of(
            "--cached",
            "--depth",
            "--global",
            "--no-install-recommends",
            "--no-tags",
            "--no-verify",
            "--save-dev",
            "--prot",
            "--yes");

    private static final List<String> LIBRARIES =
            List.of("openapi", "fixtures", "mock-server", "conformance-tests", "contract-guard");

    @TempDir
    private Path folder;

    private static Map<String, CommandLine> commands() {
        Commands commands = new Commands(
                Surroundings.of(Map.of(), new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter())));
        Map<String, CommandLine> byName = new LinkedHashMap<>();
        Commands.NAMES.forEach(name -> byName.put(name, commands.create(name, Settings.none())));
        return byName;
    }

    private static Set<String> options(String command) {
        return Objects.requireNonNull(commands().get(command)).getCommandSpec().options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> optionsInTexts(Path sources) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                List<String> named = TEXT.matcher(
                                COMMENT.matcher(Files.readString(file)).replaceAll(""))
                        .results()
                        .flatMap(text -> OPTION.matcher(text.group(1)).results().map(MatchResult::group))
                        .filter(option -> !OF_OTHERS.contains(option))
                        .toList();
                if (!named.isEmpty()) {
                    found.put(file.getFileName().toString(), named);
                }
            }
        }
        return found;
    }

    @Test
    void noLibraryNamesAnOption() throws IOException {
        Map<String, List<String>> named = new TreeMap<>();
        for (String library : LIBRARIES) {
            named.putAll(optionsInTexts(Path.of("..", library, "src/main/java")));
        }

        assertThat(named).isEmpty();
    }

    private static Set<String> optionsOfAllCommands() {
        return Commands.NAMES.stream()
                .flatMap(name -> options(name).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyOptionThatAPageNamesExists() throws IOException {
        Set<String> known = optionsOfAllCommands();
        known.addAll(OF_OTHERS_ON_PAGES);
        int named = 0;
        for (Page page : Page.all()) {
            List<String> options = OPTION.matcher(page.text())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(known).as(page.file().toString()).containsAll(options);
            named += options.size();
        }

        assertThat(named).isGreaterThan(100);
    }

    @Test
    void everyOptionThatTheCommandLineNamesExists() throws IOException {
        Set<String> known = optionsOfAllCommands();
        Map<String, List<String>> named = optionsInTexts(Path.of("src/main/java"));

        assertThat(named).containsKeys("VerifyCommand.java", "RemedyOptions.java");
        assertThat(named.values().stream().flatMap(Collection::stream)).isSubsetOf(known);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALLOW_REMOTE_REFERENCES", "ALLOW_OUTSIDE_REFERENCES", "ALLOW_MORE_TIME", "NAME_CONTRACT"})
    void everyCommandThatReadsAContractHasTheOptionsThatItsReaderAdvises(CallerRemedy remedy) {
        String option = OPTION.matcher(RemedyOptions.of(remedy))
                .results()
                .findFirst()
                .orElseThrow()
                .group();

        for (String command : List.of(Commands.MOCK, Commands.VERIFY, Commands.CHECK)) {
            assertThat(options(command)).as(command).contains(option);
        }
    }

    static Stream<String> contractCommands() {
        return Stream.of("mock --port 0", "verify --base-url http://127.0.0.1:1", "check");
    }

    @ParameterizedTest
    @MethodSource("contractCommands")
    void referencesOutOfTheFolderAreFollowedWhereThatIsAllowedAsAdvised(String line) throws IOException {
        Files.writeString(folder.resolve("text.yaml"), "type: string\n");
        Path api = Files.createDirectory(folder.resolve("api"));
        Path contract = Files.writeString(api.resolve("api.yaml"), """
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a:
                    get:
                      operationId: a
                      responses:
                        '200': {description: OK, content: {application/json: {schema: {$ref: ../text.yaml}, example: x}}}
                """);
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        arguments.addAll(List.of("--contract", contract.toString()));
        if (line.startsWith("verify")) {
            arguments.add("--dry-run");
        }
        StringWriter refused = new StringWriter();
        run(refused, arguments);
        arguments.add("--allow-outside-refs");
        StringWriter allowed = new StringWriter();

        assertThat(refused.toString()).contains("--allow-outside-refs");
        assertThat(run(allowed, arguments)).isZero();
        assertThat(allowed.toString()).doesNotContain("--allow-outside-refs");
    }

    @ParameterizedTest
    @MethodSource("contractCommands")
    void anAddressThatNeverAnswersIsNotWaitedForForEver(String line) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
            arguments.addAll(List.of("--contract", "http://127.0.0.1:" + silent.getLocalPort() + "/api.yaml"));
            arguments.addAll(List.of("--contract-timeout", "100ms"));
            StringWriter told = new StringWriter();

            assertThat(run(told, arguments)).isEqualTo(2);
            assertThat(told.toString())
                    .contains("/api.yaml: cannot be had: nothing came for 100 milliseconds; check the address, or allow"
                            + " more time with --contract-timeout");
        }
    }

    private int run(StringWriter told, List<String> arguments) {
        PrintWriter all = new PrintWriter(told, true);
        return new Main(Surroundings.of(Map.of(), all, all).in(folder).keeping(server -> server.close()))
                .run(arguments.toArray(String[]::new));
    }

    @Test
    void anOptionOfTwoCommandsReadsTheSameSources() throws IOException {
        Files.writeString(folder.resolve("plumbline.yaml"), "contract: from-the-file.yaml\n");
        for (String line : contractCommands().toList()) {
            StringWriter told = new StringWriter();

            assertThat(run(told, List.of(line.split(" ")))).isEqualTo(2);
            assertThat(told.toString()).as(line).contains("from-the-file.yaml");
        }
    }

    @Test
    void everyOptionOfTwoCommandsMeansTheSame() {
        Map<String, OptionSpec> first = new TreeMap<>();
        for (CommandLine command : commands().values()) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                OptionSpec other = first.putIfAbsent(option.longestName(), option);
                if (other != null && !"--seed".equals(option.longestName())) {
                    assertThat(option.paramLabel()).isEqualTo(other.paramLabel());
                    assertThat(option.splitRegex()).isEqualTo(other.splitRegex());
                    assertThat(option.description()).as(option.longestName()).isEqualTo(other.description());
                }
            }
        }
        assertThat(first).hasSizeGreaterThan(30);
    }
}
