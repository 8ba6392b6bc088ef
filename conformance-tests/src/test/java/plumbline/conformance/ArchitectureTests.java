package plumbline.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import plumbline.conformance.http.RestAssuredSender;

class ArchitectureTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("plumbline.conformance", "plumbline.guard", "plumbline.output");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(CLASSES).hasSizeGreaterThan(60);
    }

    @Test
    void packagesDependOnEachOtherWithoutCycles() {
        check(slices().matching("plumbline.(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyOneClassKnowsRestAssured() {
        DescribedPredicate<JavaClass> others = are(DescribedPredicate.not(type(RestAssuredSender.class)));
        check(noClasses()
                .that(others)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.restassured..", "groovy.."));
    }

    @Test
    void librariesStayInTheirRooms() {
        check(only("plumbline.conformance.http..", "org.apache.http.."));
        check(only("plumbline.conformance.junit..", "org.junit..", "org.opentest4j.."));
    }

    @Test
    void librariesStayInTheRoomsThatHaveThem() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("plumbline.conformance.cli..", "plumbline.guard.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("plumbline.conformance.report..", "plumbline.guard.report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml.."));
    }

    @Test
    void theGuardKnowsNothingOfServers() {
        check(noClasses()
                .that()
                .resideInAPackage("plumbline.guard..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "plumbline.conformance.http..",
                        "plumbline.conformance.target..",
                        "plumbline.conformance.suite..",
                        "plumbline.conformance.cli.."));
    }

    @Test
    void outputKnowsNothingOfWhatIsWritten() {
        check(noClasses()
                .that()
                .resideInAPackage("plumbline.output..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("plumbline.conformance..", "plumbline.guard.."));
    }

    @Test
    void rulesDoNotKnowTheirReaders() {
        check(noClasses()
                .that()
                .resideInAnyPackage("plumbline.guard.rules..", "plumbline.guard.finding..", "plumbline.guard.anatomy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("plumbline.guard", "plumbline.guard.report..", "plumbline.guard.cli.."));
    }

    @Test
    void reportsDoNotKnowHowTheyCameAbout() {
        check(noClasses()
                .that()
                .resideInAPackage("plumbline.conformance.report..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "plumbline.conformance.cases..",
                                "plumbline.conformance.checks..",
                                "plumbline.conformance.http..",
                                "plumbline.conformance.target..",
                                "plumbline.conformance.suite..")
                        .or(type(ConformanceRun.class))
                        .or(type(Check.class))
                        .or(type(CaseSource.class))));
    }

    @Test
    void thePipelineDoesNotKnowItsPartsNorItsReaders() {
        check(noClasses()
                .that()
                .resideInAPackage("plumbline.conformance")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "plumbline.conformance.cases..",
                        "plumbline.conformance.checks..",
                        "plumbline.conformance.http..",
                        "plumbline.conformance.report..",
                        "plumbline.conformance.suite..",
                        "plumbline.conformance.junit..",
                        "plumbline.conformance.cli.."));
    }

    @Test
    void onlyTheCommandLineKnowsTheStandardStreams() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("plumbline.conformance.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void neitherMockNorModelsAreUsed() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage("plumbline.mock..", "plumbline.model.."));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that()
                .areStatic()
                .and()
                .doNotHaveName("$VALUES")
                .should()
                .beFinal());
    }

    @Test
    void exceptionsAreNeverBare() {
        check(noClasses()
                .that()
                .areNotAssignableTo(RuntimeException.class)
                .should()
                .callConstructor(RuntimeException.class, String.class)
                .orShould()
                .callConstructor(RuntimeException.class, String.class, Throwable.class)
                .orShould()
                .callConstructor(RuntimeException.class, Throwable.class)
                .orShould()
                .callConstructor(RuntimeException.class));
    }

    @Test
    void everyPackageSaysThatItIsNullMarked() {
        CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .forEach(room -> assertThat(room.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .as(room.getName())
                        .isTrue());
    }

    private static ArchRule only(String room, String... libraries) {
        return classes()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(libraries)))
                .because(String.join(", ", libraries) + " is for " + room);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(CLASSES);
    }
}
