package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsPageTests {

    @Test
    void theTableOfFaultsIsThatOfTheDocumentation() throws IOException {
        String table = table();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "FAULTS.md"), table);

        assertThat(FaultyServers.all().size() + FaultyShops.all().size()).isGreaterThanOrEqualTo(120);
        assertThat(HarmlessServers.all().size() + HarmlessShops.all().size()).isGreaterThanOrEqualTo(30);
        assertThat(Path.of("FAULTS.md")).as("copy target/FAULTS.md").content().isEqualTo(table);
    }

    private static String table() {
        List<String> lines = new ArrayList<>(List.of(
                "# Faults that are found",
                "",
                "Each of these servers is wrong in one way, and found out by the check beside it, and by the one in the last"
                        + " column where nobody says what exists: no `--set`, no fixtures, and no examples of parameters."
                        + " The servers at the end are unusual but right, and raise no alarm. The tests write this page.",
                "",
                "| Contract | Fault | Check | As a newcomer calls it |",
                "|---|---|---|---|"));
        FaultyServers.all()
                .forEach(fault -> lines.add(row("users", fault.name(), fault.check(), Newcomer.check(fault))));
        FaultyShops.all()
                .forEach(fault -> lines.add(row("shop", fault.name(), fault.check(), Optional.of(fault.check()))));
        lines.addAll(List.of("", "| Contract | Unusual, but right |", "|---|---|"));
        HarmlessServers.all().forEach(one -> lines.add("| users | " + one.name() + " |"));
        HarmlessShops.all().forEach(one -> lines.add("| shop | " + one.name() + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String row(String contract, String fault, String check, Optional<String> newcomer) {
        return "| " + contract + " | " + fault + " | `" + check + "` | "
                + newcomer.map(found -> "`" + found + "`").orElse("not found") + " |";
    }
}
