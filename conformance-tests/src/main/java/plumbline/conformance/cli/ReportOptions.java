package plumbline.conformance.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.conformance.report.Annotations;
import plumbline.conformance.report.Format;
import plumbline.conformance.report.ReportFiles;
import plumbline.conformance.report.Results;

/** Which reports are written, and where. */
final class ReportOptions {
    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Where to write reports: plumbline-report.json, TEST-plumbline.xml (JUnit), report.html,"
                    + " plumbline.sarif.")
    private @Nullable Path reportFolder;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            converter = Converters.FormatConverter.class,
            description = "Which reports to write: json, junit, html, sarif. Default: all.")
    private Set<Format> formats = EnumSet.allOf(Format.class);

    /** Writes what is wanted; in a GitHub workflow, failures become annotations, too. */
    void write(Results results, PrintWriter out, Map<String, String> environment) throws IOException {
        if (reportFolder != null) {
            ReportFiles.write(results, reportFolder, formats);
            out.println("Reports are in " + reportFolder);
        }
        if ("true".equals(environment.get("GITHUB_ACTIONS"))) {
            Annotations.of(results).forEach(out::println);
        }
    }
}
