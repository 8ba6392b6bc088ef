package plumbline.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Needs the jars of all modules, so it runs after they are packaged: {@code mvn verify}. */
class ConsumerProjectsTests {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String VERSION = System.getProperty("plumbline.version", "");
    private static final LocalRepository REPOSITORY =
            new LocalRepository(ROOT, Path.of("target/it-repo").toAbsolutePath(), VERSION);

    @BeforeAll
    static void install() throws IOException {
        REPOSITORY.share(Path.of(System.getProperty("localRepository", "")));
        REPOSITORY.install();
    }

    static Stream<String> consumers() {
        return Stream.of(System.getProperty("plumbline.consumers", "").trim().split("\\s+"));
    }

    @ParameterizedTest
    @MethodSource("consumers")
    void runTheSuiteAndTheMock(String consumer, @TempDir Path folder) throws Exception {
        ConsumerProject.parse(consumer).write(Path.of("src/it"), folder, VERSION);

        String log = test(folder);

        assertThat(passed(folder, "ApiTests")).as(log).isGreaterThan(10);
        assertThat(passed(folder, "MockTests")).as(log).isEqualTo(2);
        assertThat(passed(folder, "ClassPathTests")).as(log).isEqualTo(3);
    }

    @Test
    void areWhatTheReadmeShows() throws IOException {
        String shown = Files.readString(Path.of("src/it/boot/src/test/java/shop/ApiTests.java"));

        assertThat(ROOT.resolve("README.md")).content().contains(shown.replace("package shop;\n\n", ""));
        assertThat(ROOT.resolve("README.md"))
                .content()
                .contains(Files.readString(Path.of("src/it/plumbline.xml")).replace("@plumbline@", VERSION));
    }

    private static String test(Path project) throws IOException, InterruptedException {
        Path log = project.resolve("build.log");
        ProcessBuilder maven = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("maven.home", ""), "bin", isWindows() ? "mvn.cmd" : "mvn")
                                .toString(),
                        "--batch-mode",
                        "--no-transfer-progress",
                        "-Dstyle.color=never",
                        "-Dmaven.test.failure.ignore",
                        "-Dmaven.repo.local=" + REPOSITORY.folder(),
                        "test"))
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
        Process running = maven.start();
        boolean ended = running.waitFor(10, TimeUnit.MINUTES);
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly();
        String said = Files.readString(log);
        assertThat(ended).as(said).isTrue();
        assertThat(running.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** {@return how many tests of a class have passed; none if one has failed} */
    private static int passed(Path project, String type) throws Exception {
        Path file = project.resolve("target/surefire-reports/TEST-shop." + type + ".xml");
        assertThat(file).exists();
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
        return count(suite, "failures") + count(suite, "errors") > 0
                ? 0
                : count(suite, "tests") - count(suite, "skipped");
    }

    private static int count(Element suite, String attribute) {
        return Integer.parseInt(suite.getAttribute(attribute));
    }
}
