package plumbline.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.architecture.HouseRules;
import plumbline.conformance.http.RestAssuredSender;

class ArchitectureTests extends HouseRules {
    ArchitectureTests() {
        super(
                "plumbline.conformance..",
                Stream.concat(SHARED_ROOMS.stream(), Stream.of("plumbline.fixtures.."))
                        .toList());
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
        only(List.of("plumbline.conformance.http.."), "org.apache.http..");
        only(List.of("plumbline.conformance.junit.."), "org.junit..", "org.opentest4j..");
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
                                "plumbline.conformance.credentials..",
                                "plumbline.conformance.http..",
                                "plumbline.conformance.plan..",
                                "plumbline.conformance.run..",
                                "plumbline.conformance.target..",
                                "plumbline.conformance.suite..")
                        .or(type(Check.class))
                        .or(type(CaseSource.class))));
    }

    @Test
    void thePipelineDoesNotKnowItsPartsNorItsReaders() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "plumbline.conformance",
                        "plumbline.conformance.plan",
                        "plumbline.conformance.result",
                        "plumbline.conformance.run")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "plumbline.conformance.cases..",
                        "plumbline.conformance.checks..",
                        "plumbline.conformance.http..",
                        "plumbline.conformance.report..",
                        "plumbline.conformance.suite..",
                        "plumbline.conformance.junit.."));
    }
}
