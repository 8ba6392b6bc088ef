package plumbline.cli;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.architecture.HouseRules;

class ArchitectureTests extends HouseRules {
    ArchitectureTests() {
        super("plumbline.cli..", List.of("plumbline.."));
    }

    @Test
    void itIsTheOnlyModuleWithPicocli() {
        only(List.of("plumbline.cli.."), "picocli..");
    }
}
