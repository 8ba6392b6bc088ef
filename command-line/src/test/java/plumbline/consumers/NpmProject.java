package plumbline.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plumbline.consumers.Command.Outcome;

/**
 * A project in JavaScript.
 *
 * @param folder where its {@code package.json} is
 */
record NpmProject(Path folder) {
    private static final String VERSION = System.getProperty("plumbline.version", "");
    private static final Path SOURCES = Path.of("target/npm").toAbsolutePath();

    Command command() {
        return new Command(
                folder, Map.of("npm_config_cache", folder.resolve("npm-cache").toString()));
    }

    Outcome run(String... words) throws IOException, InterruptedException {
        return command().run(words);
    }

    /** Packs the folder of our package and installs the tarball, and others where {@code options} name them. */
    void install(String... options) throws IOException, InterruptedException {
        assumeThat(Command.exists("npm") && Command.exists("sh"))
                .as("npm and sh are here; without them the npm package is not tested")
                .isTrue();
        Outcome packed = run("npm", "pack", "--silent", SOURCES.toString());
        assertThat(packed.out()).isEqualTo("plumbline-openapi-" + VERSION + ".tgz\n");
        List<String> words = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"));
        words.add("./" + packed.out().trim());
        words.addAll(List.of(options));
        Outcome installed = run(words.toArray(String[]::new));
        assertThat(installed.status()).as(installed.err()).isZero();
    }
}
