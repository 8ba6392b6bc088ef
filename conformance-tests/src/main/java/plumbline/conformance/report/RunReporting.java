package plumbline.conformance.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Set;
import plumbline.conformance.report.html.HtmlReport;
import plumbline.conformance.report.results.Results;
import plumbline.output.Format;
import plumbline.output.Reporting;

/**
 * The report of a run, or of several that were put together, in all formats.
 *
 * @param results what is reported
 */
public record RunReporting(Results results) implements Reporting {
    @Override
    public Set<Format> formats() {
        return EnumSet.allOf(Format.class);
    }

    @Override
    public String file(Format format) {
        return switch (format) {
            case TEXT, GITHUB -> "plumbline-report.txt";
            case JSON -> "plumbline-report.json";
            case JUNIT -> "TEST-plumbline.xml";
            case HTML -> "report.html";
            case SARIF -> "plumbline.sarif";
            case MARKDOWN -> "plumbline-report.md";
        };
    }

    @Override
    public void write(Format format, Writer writer) throws IOException {
        PrintWriter lines = writer instanceof PrintWriter printing ? printing : new PrintWriter(writer);
        switch (format) {
            case TEXT -> new ConsoleWriter(lines, new Looks(false, false)).summary(results);
            case JSON -> JsonReport.write(results, writer);
            case JUNIT -> JunitXml.write(results, writer);
            case HTML -> HtmlReport.write(results, writer);
            case MARKDOWN -> lines.print(MarkdownReport.of(results));
            case SARIF -> SarifReport.write(results, writer);
            case GITHUB -> Annotations.of(results).forEach(lines::println);
        }
        lines.flush();
    }
}
