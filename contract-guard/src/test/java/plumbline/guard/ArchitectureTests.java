package plumbline.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.architecture.HouseRules;

class ArchitectureTests extends HouseRules {
    ArchitectureTests() {
        super(
                "plumbline.guard..",
                Stream.concat(SHARED_ROOMS.stream(), Stream.of("plumbline.fixtures.."))
                        .toList());
    }

    @Test
    void rulesDoNotKnowTheirReaders() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "plumbline.guard.rules..", "plumbline.guard.anatomy..", "plumbline.guard.comparison..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("plumbline.guard", "plumbline.guard.report.."));
    }
}
