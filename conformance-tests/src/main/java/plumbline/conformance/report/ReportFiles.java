package plumbline.conformance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import plumbline.conformance.Report;

/** Writes reports into a folder. */
public final class ReportFiles {
    private ReportFiles() {}

    /**
     * Writes {@code plumbline-report.json} and {@code TEST-plumbline.xml}.
     *
     * @param folder the folder, made if there is none
     */
    public static void write(Report report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("plumbline-report.json"), JsonReport.write(report));
        Files.writeString(folder.resolve("TEST-plumbline.xml"), JunitXml.write(report));
    }
}
