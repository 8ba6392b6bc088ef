package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.architecture.HouseRules;

class ArchitectureTests extends HouseRules {
    private static final List<String> MODULES =
            List.of("openapi", "fixtures", "mock-server", "conformance-tests", "contract-guard", "command-line");

    ArchitectureTests() {
        super("plumbline.cli..", List.of("plumbline.."));
    }

    @Test
    void noNameStandsForTwoTypes() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .forEach(file -> byName.computeIfAbsent(
                                        file.getFileName().toString(), name -> new ArrayList<>())
                                .add(file));
            }
        }

        assertThat(byName).hasSizeGreaterThan(500);
        assertThat(byName.values()).allSatisfy(same -> assertThat(same).hasSize(1));
    }
}
