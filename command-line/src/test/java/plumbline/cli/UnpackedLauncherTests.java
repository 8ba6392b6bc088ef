package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher of the archive, beside a jar that nothing is in. */
@Timeout(60)
class UnpackedLauncherTests {
    @TempDir
    private Path folder = Path.of("");

    private Path launcher = Path.of("");
    private Path java = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        assumeThat(Outcome.SHELL).exists();
        Path place = Files.createDirectory(folder.resolve("with a blank, 'quotes' & $HOME"));
        launcher = Files.copy(
                Path.of("src/launcher/plumbline"), place.resolve("plumbline"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(place.resolve("plumbline.jar"), "");
        java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        writeJava("for word; do printf '<%s>\\n' \"$word\"; done");
    }

    private void writeJava(String script) throws IOException {
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Outcome run(String... arguments) {
        return Outcome.of(folder, launcher, Map.of("JAVA_HOME", home()), arguments);
    }

    private String home() {
        return folder.resolve("jdk").toString();
    }

    @Test
    void runsTheJarBesideIt() throws IOException {
        Outcome outcome = run("check", "api.yaml");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).endsWith("<" + launcher.toAbsolutePath() + ".jar>\n<check>\n<api.yaml>\n");
        assertThat(run("version").out()).endsWith(".jar>\n<--version>\n");
    }

    @Test
    void takesTheJavaThatCameWithIt() throws IOException {
        Path own = launcher.resolveSibling("java/bin/java");
        Files.createDirectories(own.getParent());
        Files.copy(java, own, StandardCopyOption.COPY_ATTRIBUTES);
        Files.delete(java);

        assertThat(run("check").out()).endsWith("<check>\n");
    }

    @Test
    void saysIfItsJarIsMissing() throws IOException {
        Files.delete(launcher.resolveSibling("plumbline.jar"));

        Outcome outcome = run("mock");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("there is no ", "/plumbline.jar; unpack the archive as a whole");
    }

    /** A Java that lists its classes, and makes an archive of such a list, as it is told to. */
    private void writeArchivingJava() throws IOException {
        writeJava("""
                list=
                for word; do
                    case $word in
                        -XX:DumpLoadedClassList=*) echo classes >"${word#*=}" ;;
                        -XX:SharedClassListFile=*) list=${word#*=} ;;
                        -XX:SharedArchiveFile=*) [ -z "$list" ] || cp "$list" "${word#*=}" ;;
                    esac
                    printf '<%s>\\n' "$word"
                done""");
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)"))
                    .toList();
        }
    }

    @Test
    void keepsArchivesOfClassesInTheCacheOfTheUser() throws IOException {
        writeArchivingJava();
        Outcome first = run("check");
        Outcome second = run("check");

        assertThat(cached()).hasSize(1);
        assertThat(first.err()).contains("preparing faster starts (once)");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).contains("<-XX:SharedArchiveFile=" + cached().get(0) + ">");
        try (Stream<Path> files = Files.list(launcher.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void keepsProfilesTooWhereTheJvmCan() throws IOException {
        writeJava("for word; do case $word in -XX:AOTCacheOutput=*) echo profiles >\"${word#*=}\";; esac;"
                + " printf '<%s>\\n' \"$word\"; done");
        Files.writeString(Path.of(home()).resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");

        run("check");
        Outcome second = run("check");

        assertThat(cached()).hasSize(1).first().asString().endsWith(".aot");
        assertThat(second.err()).isEmpty();
        assertThat(second.out())
                .contains("<-XX:AOTCache=" + cached().get(0) + ">")
                .doesNotContain("SharedArchiveFile", "-Xshare");
    }

    @Test
    void learnsOfALargeContractWhatTheMockNeeds() throws IOException {
        writeJava("for word; do case $word in -XX:AOTCacheOutput=*) echo \"$*\" >\"${word#*=}\";; esac; done");
        Files.writeString(Path.of(home()).resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");

        run("mock");

        assertThat(cached())
                .filteredOn(file -> file.getFileName().toString().startsWith("mock-"))
                .singleElement()
                .satisfies(archive -> assertThat(archive)
                        .content()
                        .endsWith(" -cp " + launcher.resolveSibling("plumbline.jar")
                                + " plumbline.cli.rehearsal.Rehearsal mock --port 0\n"));
    }

    /** Beside the usual Java, which is older than any that keeps profiles. */
    private Path newerJava(String version, String script) throws IOException {
        Path home = folder.resolve("home/.jdks/" + version);
        Path newer = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(newer, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(newer, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                home.resolve("release"),
                "JAVA_VERSION=\"" + version + "\"\nJAVA_RUNTIME_VERSION=\"" + version + "\"\n");
        Files.writeString(Path.of(home()).resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        return newer;
    }

    private Outcome runWithUsualJava(String... arguments) {
        Map<String, String> variables = Map.of(
                "JAVA_HOME",
                "",
                "HOME",
                folder.resolve("home").toString(),
                "PATH",
                java.getParent() + ":" + System.getenv("PATH"));
        return Outcome.of(folder, launcher, variables, arguments);
    }

    private static final String PROFILING =
            "for word; do case $word in -XX:AOTCacheOutput=*) echo profiles >\"${word#*=}\";; esac; done; echo newer";

    @Test
    void startsWithANewerJavaThatStartsFasterThanTheUsualOne() throws IOException {
        Path newer = newerJava("99.0.1", PROFILING);

        assertThat(runWithUsualJava("check", "--verbose").out()).isEqualTo("newer\n");
        assertThat(runWithUsualJava("check", "--verbose").err())
                .isEqualTo("plumbline: starting with Java 99.0.1 of " + newer + ", as it starts faster than " + java
                        + "; set JAVA_HOME to choose another\n");
        assertThat(runWithUsualJava("check").err()).isEmpty();
        assertThat(run("check").out()).endsWith("<check>\n");
    }

    @ParameterizedTest
    @CsvSource({"99.0.1, exit 1", "99-ea, " + PROFILING, "24.0.2, " + PROFILING})
    void keepsTheUsualJavaWhereTheOtherDoesNotWork(String version, String script) throws IOException {
        newerJava(version, script);
        writeArchivingJava();

        assertThat(runWithUsualJava("check").out()).endsWith("<check>\n");
    }

    @Test
    void removesArchivesOfJarsThatAreGone() throws IOException {
        writeArchivingJava();
        run("check");
        Path stale = cached().get(0);

        Files.writeString(launcher.resolveSibling("plumbline.jar"), "the next version");
        run("check");

        assertThat(cached()).hasSize(1).doesNotContain(stale);
    }

    @Test
    void goesWithoutArchivesWhereThereIsNoCache() throws IOException {
        writeArchivingJava();
        Path file = Files.writeString(folder.resolve("no-folder"), "");

        Outcome outcome = Outcome.of(
                folder,
                launcher,
                Map.of("JAVA_HOME", home(), "XDG_CACHE_HOME", file.toString()),
                "mock",
                "--port",
                "0");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).endsWith("<--port>\n<0>\n").doesNotContain("SharedArchiveFile");
    }
}
