package plumbline.contract;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTests {
    private static final JavaClasses ALL = new ClassFileImporter().importPath("target/classes");
    private static final JavaClasses OURS = ALL.that(resideInAPackage("plumbline.contract.."));

    @Test
    void theRulesSeeTheClassesOfEveryRoom() {
        assertThat(OURS).hasSizeGreaterThan(100);
        assertThat(OURS.containPackage("plumbline.contract.http")).isTrue();
        assertThat(OURS.containPackage("plumbline.contract.validation")).isTrue();
        assertThat(OURS.containPackage("plumbline.contract.sampling")).isTrue();
        assertThat(OURS.containPackage("plumbline.contract.body")).isTrue();
        assertThat(ALL.containPackage("plumbline.model")).isTrue();
        assertThat(ALL.stream().map(type -> type.getName())).noneMatch(name -> name.endsWith("Tests"));
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("plumbline.contract.(*)..").should().beFreeOfCycles().check(OURS);
        slices().matching("plumbline.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void theWordsOfHttpNeedNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage("plumbline.contract.http..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "plumbline.contract.http..", "org.jspecify.."))
                .check(OURS);
    }

    @ParameterizedTest
    @CsvSource({
        "com.networknt.., plumbline.contract.validation..",
        "org.snakeyaml.., plumbline.contract.document..",
        "com.github.curiousoddman.., plumbline.contract.sampling..",
    })
    void eachLibraryStaysInItsRoom(String library, String room) {
        noClasses()
                .that(not(resideInAPackage(room)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(OURS);
        assertThat(OURS.stream()
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                        dependency -> resideInAPackage(library).test(dependency.getTargetClass()))))
                .as("classes that use " + library)
                .isNotEmpty();
    }

    @Test
    void theGeneratedModelsAreForUsersOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("plumbline.model..")
                .check(OURS);
    }

    @Test
    void exceptionsSayWhatTheyAre() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(OURS);
    }

    @Test
    void nothingIsPrinted() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(OURS);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that().areStatic().should().beFinal().check(OURS);
    }

    @Test
    void nullnessIsWrittenDownForEveryPackage() {
        JavaPackage root = OURS.getPackage("plumbline.contract");

        assertThat(root.getSubpackagesInTree())
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy(each -> assertThat(each.isAnnotatedWith(NullMarked.class))
                        .as(each.getName())
                        .isTrue());
        assertThat(root.isAnnotatedWith(NullMarked.class)).isTrue();
    }
}
