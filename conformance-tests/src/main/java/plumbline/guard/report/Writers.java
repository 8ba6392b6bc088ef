package plumbline.guard.report;

import java.io.PrintWriter;
import plumbline.guard.Assessment;

/** Writes what the guard thinks. */
public final class Writers {
    private Writers() {}

    /**
     * Writes an assessment.
     *
     * @param color whether text may be in color
     */
    public static void write(Assessment assessment, Format format, boolean color, PrintWriter out) {
        switch (format) {
            case TEXT -> new TextReport(out, color).write(assessment);
            case JSON -> out.println(JsonReport.of(assessment));
            case SARIF -> out.println(SarifReport.of(assessment));
            case GITHUB -> Annotations.of(assessment).forEach(out::println);
            case JUNIT -> out.println(JunitReport.of(assessment));
        }
        out.flush();
    }
}
