package plumbline.output;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a report is written. */
public enum Format {
    /** For people at a terminal. */
    TEXT("txt"),
    /** For programs: all that is known. */
    JSON("json"),
    /** For build servers: test cases in XML. */
    JUNIT("xml"),
    /** For people in a browser. */
    HTML("html"),
    /** For code scanning: SARIF 2.1.0. */
    SARIF("sarif"),
    /** For people at a pull request, or at the summary of a workflow. */
    MARKDOWN("md"),
    /** For GitHub workflows: annotations, as commands on the standard output. */
    GITHUB("");

    private final String ending;

    Format(String ending) {
        this.ending = ending;
    }

    /** {@return the format of this name} */
    public static Optional<Format> parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(text.trim().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** {@return the format that the ending of a file's name stands for, else text} */
    public static Format ofFile(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> !format.ending.isEmpty() && name.endsWith("." + format.ending))
                .findFirst()
                .orElse(TEXT);
    }

    /** {@return the formats of reports that are kept as files by default} */
    public static Set<Format> files() {
        return Arrays.stream(values()).filter(Format::isFile).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return whether reports in this format are kept as files by default} */
    public boolean isFile() {
        return this != TEXT && this != GITHUB && this != MARKDOWN;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
