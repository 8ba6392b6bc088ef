package plumbline.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever imports it gets our modules, and no version of anything else. */
class BillOfMaterialsTests {
    private static List<String> all(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void managesEveryModuleAndNothingElse() throws IOException {
        Path published = Path.of("bom/target/flattened-pom.xml");
        List<String> modules = all("<module>(?:.*/)?([a-z-]+)</module>", Path.of("../pom.xml")).stream()
                .filter(module -> !module.equals("bom"))
                .toList();

        assertThat(all("<artifactId>plumbline-([a-z-]+)</artifactId>", published).stream()
                        .filter(module -> !module.equals("bom")))
                .containsExactlyInAnyOrderElementsOf(modules);
        assertThat(all("<artifactId>((?!plumbline-).*)</artifactId>", published))
                .isEmpty();
        assertThat(published).content().doesNotContain("<parent>", "<properties>");
    }
}
