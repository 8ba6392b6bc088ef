package plumbline.mock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    private static void check(ArchRule rule) {
        assertThat(CLASSES).as("classes to check").hasSizeGreaterThan(30);
        rule.allowEmptyShould(false).check(CLASSES);
    }

    @Test
    void onlyTheEngineKnowsWireMock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("plumbline.mock.engine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.tomakehurst..", "org.wiremock..", "org.eclipse.jetty..", "jakarta.."));
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("plumbline.mock.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."));
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("plumbline.mock.cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class));
    }

    @Test
    void onlyTheExtensionKnowsJunit() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(MockServerExtension.class.getName())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j.."));
    }

    @Test
    void servesWithoutTheSuiteAndTheModels() {
        check(noClasses()
                .that()
                .resideInAPackage("plumbline.mock..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("plumbline.conformance..", "plumbline.model.."));
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        check(slices().matching("plumbline.(**)").should().beFreeOfCycles());
    }

    @Test
    void exceptionsSayWhatTheyAre() {
        check(NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that().areStatic().should().beFinal());
    }

    @Test
    void packagesSayWhatMayBeNull() {
        Set<JavaPackage> packages = CLASSES.getPackage("plumbline.mock").getSubpackagesInTree();

        assertThat(packages).hasSizeGreaterThanOrEqualTo(3);
        assertThat(packages).allMatch(each -> each.isAnnotatedWith(NullMarked.class));
        assertThat(CLASSES.getPackage("plumbline.mock").isAnnotatedWith(NullMarked.class))
                .isTrue();
    }
}
