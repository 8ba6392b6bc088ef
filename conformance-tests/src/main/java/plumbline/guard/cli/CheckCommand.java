package plumbline.guard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import plumbline.contract.document.ReferencePolicy;
import plumbline.guard.Assessment;
import plumbline.guard.Guard;
import plumbline.guard.GuardOptions;
import plumbline.guard.finding.Severity;
import plumbline.guard.finding.Silence;
import plumbline.guard.report.Format;
import plumbline.guard.report.Writers;
import plumbline.guard.revision.OldContract;

/** Checks a contract, its examples and its fixtures. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        description = {
            "Checks that an OpenAPI contract is sound, that its examples and fixtures obey it, and that no change of it"
                    + " breaks clients. Needs no server.",
            ""
        },
        footer = {
            "",
            "Every option can also be given in the environment, --fail-on as PLUMBLINE_FAIL_ON, or else in"
                    + " plumbline.yaml under 'check', as 'fail-on'; findings that you live with are listed there under"
                    + " 'silence', each with a reason.",
            "",
            "Exit codes: 0 sound, 1 findings, 2 unusable input."
        })
public final class CheckCommand implements Callable<Integer> {
    private static final int SOUND = 0;
    private static final int FINDINGS = 1;

    private final PrintWriter out;
    private final boolean color;
    private List<Silence> silences = List.of();

    @Option(
            names = "--contract",
            paramLabel = "FILE|URL",
            description = "The OpenAPI document. Default: the one that comes with Plumbline.")
    private @Nullable String contract;

    @Option(
            names = "--fixtures",
            paramLabel = "DIR",
            description = "A folder of fixtures to check, too. Default: those that come with Plumbline, for the default"
                    + " contract.")
    private @Nullable Path fixtures;

    @Option(
            names = "--against",
            paramLabel = "OLD",
            description =
                    "An older version of the contract, a file, a URL or git:REVISION[:PATH], such as git:main. What"
                            + " breaks its clients is an error, what may break them a warning, any other change a note.")
    private @Nullable String against;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = FormatConverter.class,
            description = "How to write the findings: text, json, sarif, github (annotations of a workflow) or junit."
                    + " Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write into this file what --format asks for, and text to the console.")
    private @Nullable Path output;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = SeverityConverter.class,
            description = "End with exit code 1 on findings as bad as this: error or warning. Default: error.")
    private Severity failOn = Severity.ERROR;

    @Option(names = "--allow-remote-refs", description = "Follow references of the contract to other hosts.")
    private boolean allowRemoteRefs;

    @Option(names = "--allow-outside-refs", description = "Follow references out of the contract's folder.")
    private boolean allowOutsideRefs;

    @Option(names = "--no-color", description = "Write without color.")
    private boolean plain;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A file of options by their names, and of findings to silence. Default: plumbline.yaml in the"
                    + " current folder, if there is one.")
    @SuppressWarnings("UnusedVariable") // It is read before the arguments are.
    private @Nullable Path configurationFile;

    /** Takes where to write, and whether in color. */
    public CheckCommand(PrintWriter out, boolean color) {
        this.out = out;
        this.color = color;
    }

    /** Takes from a file what no option can say. */
    public void silence(List<Silence> known) {
        this.silences = List.copyOf(known);
    }

    @Override
    public Integer call() throws IOException {
        Assessment assessment = Guard.assess(options());
        boolean isColored = color && !plain;
        if (output == null) {
            Writers.write(assessment, format, isColored, out);
        } else {
            try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(output, StandardCharsets.UTF_8))) {
                Writers.write(assessment, format, false, file);
            }
            Writers.write(assessment, Format.TEXT, isColored, out);
        }
        return assessment.hasAtLeast(failOn) ? FINDINGS : SOUND;
    }

    private GuardOptions options() {
        GuardOptions options = GuardOptions.builtIn()
                .withReferences(new ReferencePolicy(allowRemoteRefs, allowOutsideRefs))
                .withSilences(silences);
        options = contract == null ? options : options.withContract(contract);
        options = fixtures == null ? options : options.withFixtures(fixtures);
        return against == null
                ? options
                : options.withOld(OldContract.read(against, contract, options.references()), against);
    }

    static final class FormatConverter implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Format.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no format; use text, json, sarif, github or junit"));
        }
    }

    static final class SeverityConverter implements ITypeConverter<Severity> {
        @Override
        public Severity convert(String text) {
            return Severity.parse(text)
                    .filter(severity -> severity != Severity.NOTE)
                    .orElseThrow(
                            () -> new TypeConversionException("'" + text + "' is no severity; use error or warning"));
        }
    }
}
