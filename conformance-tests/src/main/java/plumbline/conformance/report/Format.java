package plumbline.conformance.report;

import java.util.Locale;
import java.util.Optional;

/** How a report is written into a file. */
public enum Format {
    JSON("plumbline-report.json"),
    JUNIT("TEST-plumbline.xml"),
    HTML("report.html"),
    SARIF("plumbline.sarif");

    private final String file;

    Format(String file) {
        this.file = file;
    }

    /** {@return the name of the file} */
    public String file() {
        return file;
    }

    /** {@return the format of this name} */
    public static Optional<Format> parse(String text) {
        for (Format format : values()) {
            if (format.toString().equals(text.trim().toLowerCase(Locale.ROOT))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
