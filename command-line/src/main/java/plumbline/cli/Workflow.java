package plumbline.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import plumbline.conformance.report.RunReporting;
import plumbline.conformance.report.results.Results;
import plumbline.output.Format;
import plumbline.text.UnusableInputException;

/**
 * The GitHub workflow around a command, if there is one.
 *
 * @param surroundings what the command finds around it
 */
record Workflow(Surroundings surroundings) {
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    /**
     * Tells a workflow of a run: failures become annotations, and a summary stands beside the step.
     *
     * @param isTextOnConsole whether lines for the workflow may stand on the standard output
     */
    void tell(Results results, boolean isTextOnConsole) throws IOException {
        RunReporting reporting = new RunReporting(results);
        if (isTextOnConsole && "true".equals(surroundings.environment().get("GITHUB_ACTIONS"))) {
            reporting.write(Format.GITHUB, surroundings.out());
        }
        String summary = surroundings.environment().getOrDefault(SUMMARY, "");
        if (!summary.isBlank()) {
            StringWriter text = new StringWriter();
            reporting.write(Format.MARKDOWN, text);
            append(Path.of(summary), text.toString());
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UnusableInputException(
                    file + ", which " + SUMMARY + " names, cannot be written: unset it, or name a file that can be", e);
        }
    }
}
