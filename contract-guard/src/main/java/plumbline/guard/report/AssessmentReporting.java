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
 * @param color whether text is in color
 */
public record AssessmentReporting(Assessment assessment, boolean color) implements Reporting {
    /** The formats that there are. */
    public static final Set<Format> FORMATS =
            Set.copyOf(EnumSet.complementOf(EnumSet.of(Format.HTML, Format.MARKDOWN)));

    @Override
    public Set<Format> formats() {
        return FORMATS;
    }

    @Override
    public String file(Format format) {
        return switch (format) {
            case TEXT, GITHUB, HTML, MARKDOWN -> "plumbline-check.txt";
            case JSON -> "plumbline-check.json";
            case JUNIT -> "TEST-plumbline-check.xml";
            case SARIF -> "plumbline-check.sarif";
        };
    }

    @Override
    public void write(Format format, Writer writer) {
        PrintWriter out = writer instanceof PrintWriter printing ? printing : new PrintWriter(writer);
        switch (format) {
            case TEXT -> new AssessmentText(out, color).write(assessment);
            case JSON -> out.println(AssessmentJson.of(assessment));
            case SARIF -> out.println(AssessmentSarif.of(assessment));
            case GITHUB -> AssessmentAnnotations.of(assessment).forEach(out::println);
            case JUNIT -> AssessmentJunit.write(assessment, out);
            case HTML, MARKDOWN -> throw new IllegalArgumentException("there are no reports of documents as " + format);
        }
        out.flush();
    }
}
