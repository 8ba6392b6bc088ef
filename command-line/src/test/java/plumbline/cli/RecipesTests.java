package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.document.Node;

/** Whoever copies a recipe gets one that works. */
class RecipesTests {
    private static final Path TESTS =
            Path.of("../conformance-tests/src/test/java/plumbline/conformance/UsersConformanceTests.java");

    /** One tells what is mistyped, the other what is called how in sentences. */
    private static final Set<Path> WITHOUT_RECIPES = Set.of(Path.of("TROUBLE.md"), Path.of("CHANGELOG.md"));

    private static final String COMPLETE = "plumbline: [uU]nknown (argument|option): '?--end-of-recipe'?";

    @TempDir
    private Path folder = Path.of("");

    private List<List<String>> calls(String program) throws IOException {
        return new Recipes(folder)
                .scripts().stream()
                        .flatMap(script -> ShellScript.calls(script, program))
                        .toList();
    }

    @Test
    void nameCommandsAndOptionsThatExist() throws IOException {
        List<List<String>> calls = calls("plumbline");

        assertThat(calls).extracting(call -> call.get(0)).contains("check", "verify", "mock", "merge-reports");
        assertThat(calls)
                .hasSizeGreaterThan(20)
                .allSatisfy(call -> assertThat(complaint(call)).matches(COMPLETE));
    }

    @Test
    void ofOtherPagesDoSo() throws IOException {
        List<List<String>> calls = new ArrayList<>();
        for (Page page : Page.all()) {
            if (!WITHOUT_RECIPES.contains(page.file().getFileName())) {
                page.commands().stream()
                        .flatMap(command -> ShellScript.calls(command, "plumbline"))
                        .filter(call -> !call.contains("--help"))
                        .forEach(calls::add);
            }
        }

        assertThat(calls)
                .hasSizeGreaterThan(20)
                .allSatisfy(call -> assertThat(complaint(call)).matches(COMPLETE));
    }

    @Test
    void giveContainersCommandsAndOptionsThatExist() throws IOException {
        assertThat(new Recipes(folder).containers())
                .hasSize(2)
                .allSatisfy(call -> assertThat(complaint(call)).matches(COMPLETE));
    }

    @Test
    void wouldBeRefusedWithOptionsThatDoNot() {
        assertThat(complaint(List.of("check", "--agianst", "git:main"))).contains("--agianst");
        assertThat(complaint(List.of("check", "--format", "yaml"))).contains("yaml");
        assertThat(complaint(List.of("mock", "--prot", "8080"))).contains("--prot");
        assertThat(complaint(List.of("verify", "--wait", "60s"))).contains("--base-url");
        assertThat(complaint(List.of("verfiy", "--base-url", "http://127.0.0.1:1")))
                .contains("unknown command 'verfiy' (did you mean 'verify'?)");
        assertThat(complaint(List.of("serve"))).contains("unknown command 'serve' (did you mean 'mock'?)");
    }

    /** Appends what no command takes, so that arguments are read and nothing is done: that must be the only complaint. */
    private String complaint(List<String> call) {
        List<String> arguments = new ArrayList<>(call);
        arguments.add("--end-of-recipe");
        String all = complaints(arguments.toArray(String[]::new));
        return all.lines().findFirst().orElse("");
    }

    private String complaints(String... arguments) {
        StringWriter err = new StringWriter();
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        new Main(Surroundings.of(Map.of(), nowhere, new PrintWriter(err, true)).in(folder)).run(arguments);
        return err.toString();
    }

    @Test
    void keepCredentialsOutOfArguments() throws IOException {
        assertThat(calls("plumbline"))
                .allSatisfy(call -> assertThat(call).doesNotContain("--user", "--header", "--authorization"));
    }

    @Test
    void setPropertiesAndModulesOfMavenThatExist() throws IOException {
        String known = Files.readString(TESTS);
        String modules = Files.readString(Path.of("../pom.xml"));
        List<List<String>> calls = calls("mvn");

        assertThat(calls).anySatisfy(call -> assertThat(call).contains("-pl"));
        for (List<String> call : calls) {
            for (String argument : call) {
                if (argument.startsWith("-Dplumbline.")) {
                    assertThat(known).contains('"' + argument.substring(2).replaceFirst("=.*", "") + '"');
                }
            }
            if (call.contains("-pl")) {
                assertThat(modules).contains("<module>" + call.get(call.indexOf("-pl") + 1) + "</module>");
            }
        }
    }

    @Test
    void areWorkflowsThatGitHubCanRead() throws IOException {
        List<Node> workflows = new Recipes(folder)
                .documents().stream()
                        .filter(document -> document.get("jobs").isPresent())
                        .toList();

        assertThat(workflows).hasSizeGreaterThanOrEqualTo(3).allSatisfy(workflow -> {
            assertThat(workflow.members()).containsKeys("name", "on", "permissions", "jobs");
            assertThat(workflow.get("jobs").orElseThrow().members().values()).allSatisfy(RecipesTests::isJob);
        });
    }

    private static void isJob(Node job) {
        assertThat(job.text("runs-on")).isPresent();
        assertThat(job.get("steps").orElseThrow().items())
                .isNotEmpty()
                .allSatisfy(step -> assertThat(List.of(
                                step.get("run").isPresent(), step.get("uses").isPresent()))
                        .as(step.place().toString())
                        .containsExactlyInAnyOrder(true, false));
    }

    @Test
    void areThoseThatTheReadmeLeadsTo() throws IOException {
        assertThat(Files.readString(Path.of("../README.md"))).contains("(command-line/CI.md)");
    }

    @Test
    void areWhatWeDoOurselves() throws IOException {
        assertThat(Files.readString(Recipes.WORKFLOW))
                .contains(".ci/run", "plumbline check", "--against", "plumbline mock", "plumbline verify");
    }
}
