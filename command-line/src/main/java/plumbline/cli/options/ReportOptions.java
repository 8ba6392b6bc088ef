package plumbline.cli.options;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.output.Format;
import plumbline.output.ReportFolder;
import plumbline.output.Reporting;
import plumbline.text.TerminalWriter;
import plumbline.text.UnusableInputException;

/** Which reports are written, and where. */
public final class ReportOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            converter = Converters.FormatConverter.class,
            description = "How to write the report: text, json, junit, html, markdown, sarif or"
                    + " github (annotations of a workflow); several for --report-dir, where the default is all files. On the"
                    + " standard output a report other than text takes the place of the text. Default: text.")
    private Set<Format> formats = new LinkedHashSet<>();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the report into this file, in the format of --format or else of the file's ending, and"
                    + " text to the console.")
    private @Nullable Path output;

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description =
                    "Write reports into this folder, and text to the console: verify writes"
                            + " plumbline-report.json, TEST-plumbline.xml (JUnit), report.html and plumbline.sarif; check writes"
                            + " plumbline-check.json, TEST-plumbline-check.xml, plumbline-check.html and plumbline-check.sarif.")
    private @Nullable Path reportFolder;

    /** {@return whether text goes to the standard output, and not another report} */
    public boolean isTextOnConsole() {
        return output != null || reportFolder != null || formats.isEmpty() || formats.contains(Format.TEXT);
    }

    /**
     * Refuses what cannot be had.
     *
     * @param possible the formats that there are
     * @throws UnusableInputException if what is wanted cannot be written, or not there
     */
    public void check(Set<Format> possible) {
        for (Format format : formats) {
            if (!possible.contains(format)) {
                throw new UnusableInputException(
                        "a report as " + format + " cannot be made of this; use " + names(possible));
            }
        }
        if (formats.size() > 1 && reportFolder == null) {
            throw new UnusableInputException("reports in several formats need a folder: name it with --report-dir");
        }
        if (output != null && formats.size() > 1) {
            throw new UnusableInputException(
                    "--output takes a report in one format: write the others with --report-dir");
        }
    }

    private static String names(Set<Format> formats) {
        return String.join(", ", formats.stream().sorted().map(Format::toString).toList());
    }

    /** Writes what is wanted, but text on the console. */
    public void write(Reporting reporting, PrintWriter console) throws IOException {
        if (reportFolder != null) {
            new ReportFolder(reportFolder).write(reporting, files(reporting));
            console.println("Reports are in " + reportFolder);
        }
        if (output != null) {
            Format format = formats.isEmpty()
                    ? Format.ofFile(output)
                    : formats.iterator().next();
            ReportFolder.writeFile(reporting, format, output);
        }
        if (!isTextOnConsole()) {
            reporting.write(
                    formats.iterator().next(), TerminalWriter.on(console).raw());
        }
        console.flush();
    }

    private Set<Format> files(Reporting reporting) {
        Set<Format> wanted = new TreeSet<>(formats.isEmpty() ? reporting.formats() : formats);
        wanted.removeIf(format -> formats.isEmpty() && !format.isFile());
        return wanted;
    }
}
