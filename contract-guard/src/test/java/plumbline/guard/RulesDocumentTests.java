package plumbline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import plumbline.guard.comparison.changes.ChangeKind;
import plumbline.guard.rules.GuardRule;

class RulesDocumentTests {
    private static final Path RULES = Path.of("RULES.md");

    @Test
    void tellsAllRulesForDocuments() throws IOException {
        List<String> rows = GuardRule.all().stream()
                .map(rule -> "| `" + rule.id() + "` | " + rule.severity() + " | " + rule.law() + " |")
                .toList();

        assertThat(Files.readString(RULES)).contains(String.join("\n", rows));
    }

    @Test
    void tellsAllRulesForChanges() throws IOException {
        List<String> rows = ChangeKind.all().stream()
                .map(rule -> "| `" + rule.id() + "` | " + rule.impact().name().toLowerCase(Locale.ROOT) + " | "
                        + rule.consequence() + " |")
                .toList();
        Files.write(Path.of("target", "rules-of-changes.md"), rows);

        assertThat(Files.readString(RULES))
                .as("put target/rules-of-changes.md in")
                .contains(String.join("\n", rows));
    }
}
