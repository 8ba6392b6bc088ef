package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plumbline brings nothing that fights with what a project has. */
class ClassPathTests {
    private static final List<String> JARS = Stream.of(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(Pattern.quote(File.pathSeparator)))
            .map(path -> new File(path).getName())
            .toList();

    @Test
    void hasNoBindingOfSlf4jBesidesTheOneOfTheProject() {
        assertEquals(List.of(), jars("slf4j-(nop|simple|jdk14|reload4j)-.*"));
    }

    @Test
    void hasJackson3OnlyWhereSpringBoot4BringsIt() {
        assertEquals(!jars("spring-boot-4.*").isEmpty(), !jars("jackson-databind-3.*").isEmpty());
    }

    @Test
    void hasTheJunitOfTheProject() {
        var api = jars("junit-jupiter-api-.*").get(0);

        assertEquals(List.of(api.replace("-api-", "-engine-")), jars("junit-jupiter-engine-.*"));
    }

    private static List<String> jars(String pattern) {
        return JARS.stream().filter(jar -> jar.matches(pattern)).toList();
    }
}
