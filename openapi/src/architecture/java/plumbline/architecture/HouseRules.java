package plumbline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The rules of the house, which the main code of every module keeps; its own tests add where its libraries may be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HouseRules {
    private static final int MOST_FILES_IN_A_ROOM = 20;
    private static final Path SOURCES = Path.of("src/main/java");

    /** Libraries under names of our own; what is only for some rooms is said of each. */
    private static final String RELOCATED = "plumbline.json..";

    /** The rooms of the engine, whose values all modules speak of. */
    protected static final List<String> SHARED_ROOMS = List.of(
            "plumbline.contract..",
            "plumbline.text..",
            "plumbline.finding..",
            "plumbline.output..",
            "plumbline.secrets..",
            "plumbline.settings..");

    private final JavaClasses main = new ClassFileImporter().importPath("target/classes");
    private final String room;
    private final List<String> others;

    /**
     * Takes what belongs to a module.
     *
     * @param room the package of the module and all below it
     * @param others what else of Plumbline it may know, as patterns of packages
     */
    protected HouseRules(String room, List<String> others) {
        this.room = room;
        this.others = others;
    }

    /** {@return the classes that are looked at} */
    protected final JavaClasses main() {
        return main;
    }

    /** Checks a rule, which must have something to look at. */
    protected final void check(ArchRule rule) {
        rule.allowEmptyShould(false).check(main);
    }

    /** Says that these libraries are for these rooms only, and that they are used there. */
    protected final void only(List<String> rooms, String... libraries) {
        DescribedPredicate<JavaClass> inside = resideInAnyPackage(rooms.toArray(String[]::new));
        check(classes()
                .that(not(inside))
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage(libraries)))
                .because(String.join(", ", libraries) + " is for " + rooms));
        assertThat(main.stream()
                        .filter(inside)
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .anyMatch(dependency -> resideInAnyPackage(libraries).test(dependency.getTargetClass())))
                .as("a use of " + String.join(", ", libraries) + " in " + rooms)
                .isTrue();
    }

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(ours()).hasSizeGreaterThan(8);
    }

    @Test
    void packagesDependOnEachOtherWithoutCycles() {
        check(slices().matching("plumbline.(**)").should().beFreeOfCycles());
    }

    @Test
    void modulesKnowOnlyWhatStandsBelowThem() {
        String[] known = Stream.concat(Stream.of(room), others.stream()).toArray(String[]::new);
        check(classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage("plumbline.."))
                        .or(resideInAnyPackage(known))
                        .or(resideInAPackage(RELOCATED))));
    }

    @Test
    void theGeneratedModelsAreForUsersOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("plumbline.model..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("plumbline.model.."));
    }

    @Test
    void exceptionsSayWhatTheyAre() {
        check(NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
        assertThat(ours().filter(type -> type.isAssignableTo(Throwable.class)).map(JavaClass::getSimpleName))
                .allMatch(name -> name.endsWith("Exception"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(room)
                .should()
                .beFinal());
    }

    @Test
    void onlyTheCommandLineKnowsTheStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackage("plumbline.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                // The module of the command line has no others.
                .allowEmptyShould(true)
                .check(main);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Set<JavaPackage> packages = ours().map(JavaClass::getPackage).collect(Collectors.toSet());

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .as(each.getName())
                        .isTrue());
    }

    @Test
    void roomsAreSmall() throws IOException {
        Map<Path, Integer> rooms = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .forEach(file -> rooms.merge(file.getParent(), 1, Integer::sum));
        }

        assertThat(rooms)
                .isNotEmpty()
                .allSatisfy((folder, files) ->
                        assertThat(files).as(folder.toString()).isLessThanOrEqualTo(MOST_FILES_IN_A_ROOM));
    }

    @Test
    void filesAreShort() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(
                            file -> assertThat(lines(file)).as(file.toString()).isLessThanOrEqualTo(300));
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<JavaClass> ours() {
        return main.stream()
                .filter(type -> resideInAnyPackage("plumbline..").test(type))
                .filter(type -> !resideInAnyPackage("plumbline.model..").test(type));
    }
}
