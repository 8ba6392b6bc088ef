package plumbline.conformance.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Writes reports into a folder. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Writes a file for each format.
     *
     * @param folder the folder, made if there is none
     */
    public static void write(Results results, Path folder, Set<Format> formats) throws IOException {
        Files.createDirectories(folder);
        for (Format format : formats) {
            try (Writer writer = Files.newBufferedWriter(folder.resolve(format.file()), StandardCharsets.UTF_8)) {
                switch (format) {
                    case JSON -> JsonReport.write(results, writer);
                    case JUNIT -> JunitXml.write(results, writer);
                    case HTML -> HtmlReport.write(results, writer);
                    case SARIF -> SarifReport.write(results, writer);
                }
            }
        }
    }
}
