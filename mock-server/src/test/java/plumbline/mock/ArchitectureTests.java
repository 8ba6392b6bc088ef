package plumbline.mock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.architecture.HouseRules;

class ArchitectureTests extends HouseRules {
    ArchitectureTests() {
        super(
                "plumbline.mock..",
                Stream.concat(SHARED_ROOMS.stream(), Stream.of("plumbline.fixtures.."))
                        .toList());
    }

    @Test
    void onlyTheEngineKnowsWireMockAndJetty() {
        only(
                List.of(
                        "plumbline.mock.engine.http",
                        "plumbline.mock.engine.stubs",
                        "plumbline.mock.engine.connections",
                        "plumbline.mock.engine.streams"),
                "com.github.tomakehurst..",
                "org.wiremock..",
                "org.eclipse.jetty..",
                "jakarta..");
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
    void answersAreMadeWithoutKnowingHowTheyAreServed() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "plumbline.mock.answer..",
                        "plumbline.mock.engine",
                        "plumbline.mock.engine.access",
                        "plumbline.mock.engine.journal",
                        "plumbline.mock.engine.judging")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "plumbline.mock.engine.http",
                        "plumbline.mock.engine.stubs",
                        "plumbline.mock.engine.connections",
                        "plumbline.mock.engine.streams"));
    }
}
