package plumbline.guard.report;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.EnumSet;
import java.util.Set;
import plumbline.guard.Assessment;
import plumbline.output.Format;
import plumbline.output.Reporting;

/**
 * What the guard thinks, in all formats.
 *
 * @param assessment what the guard thinks
 * @param telling how text is written
 */
public record AssessmentReporting(Assessment assessment, Telling telling) implements Reporting {
    /** The formats that there are. */
    public static final Set<Format> FORMATS = Set.copyOf(EnumSet.allOf(Format.class));

    @Override
    public Set<Format> formats() {
        return FORMATS;
    }

    @Override
    public String file(Format format) {
        return switch (format) {
            case TEXT, GITHUB -> "plumbline-check.txt";
            case HTML -> "plumbline-check.html";
            case MARKDOWN -> "plumbline-check.md";
            case JSON -> "plumbline-check.json";
            case JUNIT -> "TEST-plumbline-check.xml";
            case SARIF -> "plumbline-check.sarif";
        };
    }

    @Override
    public void write(Format format, Writer writer) {
        PrintWriter out = writer instanceof PrintWriter printing ? printing : new PrintWriter(writer);
        switch (format) {
            case TEXT -> new AssessmentText(out, telling).write(assessment);
            case JSON -> out.println(AssessmentJson.of(assessment));
            case SARIF -> out.println(AssessmentSarif.of(assessment));
            case GITHUB -> AssessmentAnnotations.of(assessment).forEach(out::println);
            case JUNIT -> AssessmentJunit.write(assessment, out);
            case MARKDOWN -> out.print(new ChangelogMarkdown().of(assessment));
            case HTML -> out.print(new ChangelogHtml().of(assessment));
        }
        out.flush();
    }
}
