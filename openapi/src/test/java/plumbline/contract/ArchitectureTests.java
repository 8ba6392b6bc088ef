package plumbline.contract;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.architecture.HouseRules;

class ArchitectureTests extends HouseRules {
    ArchitectureTests() {
        super("plumbline.contract..", List.of());
    }

    @Test
    void theWordsOfHttpNeedNothingButTheJdk() {
        check(classes()
                .that()
                .resideInAPackage("plumbline.contract.http..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "plumbline.contract.http..", "org.jspecify..")));
    }

    @Test
    void librariesStayInTheirRooms() {
        only(List.of("plumbline.contract.validation.."), "plumbline.json.networknt..");
        only(List.of("plumbline.contract.document.."), "org.snakeyaml..");
        only(List.of("plumbline.contract.sampling.."), "com.github.curiousoddman..", "net.datafaker..");
    }

    @Test
    void formatsKnowNothingOfWhatIsWritten() {
        check(noClasses()
                .that()
                .resideInAPackage("plumbline.output..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("plumbline.finding..", "plumbline.settings.."));
    }
}
