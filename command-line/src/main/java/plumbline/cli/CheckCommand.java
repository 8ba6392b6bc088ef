package plumbline.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.cli.options.BaselineOptions;
import plumbline.cli.options.ContractOptions;
import plumbline.cli.options.Converters;
import plumbline.cli.options.DocumentPattern;
import plumbline.cli.options.ReportOptions;
import plumbline.cli.options.SharedOptions;
import plumbline.finding.Severity;
import plumbline.guard.Assessment;
import plumbline.guard.Guard;
import plumbline.guard.GuardOptions;
import plumbline.guard.report.AssessmentReporting;
import plumbline.guard.report.Telling;
import plumbline.guard.revision.OldContract;
import plumbline.output.Format;
import plumbline.settings.Settings;
import plumbline.text.UnusableInputException;

/** Checks a contract, its examples and its fixtures. */
@Command(
        name = Commands.CHECK,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "@|bold plumbline check|@ [CONTRACT] [@|yellow OPTIONS|@]",
        description = {
            "Checks that an OpenAPI contract is sound, that its examples and fixtures obey it, and that no change of it"
                    + " breaks clients. Needs no server.",
            ""
        },
        footer = {
            "",
            "Every option can also be given in the environment, --fail-on as PLUMBLINE_FAIL_ON, or else in"
                    + " plumbline.yaml, as 'fail-on'; findings that you live with are listed there under 'ignore', each"
                    + " with a reason.",
            "",
            "Exit codes: 0 sound, 1 findings, 2 unusable input, 70 a fault of Plumbline."
        })
final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Settings settings;

    @Mixin
    private ContractOptions contracts = new ContractOptions();

    @Option(
            names = "--against",
            paramLabel = "OLD",
            description =
                    "An older version of the contract, a file, a URL or git:REVISION[:PATH], such as git:main. What"
                            + " breaks its clients is an error, what may break them a warning, any other change a note.")
    private @Nullable String against;

    @Option(
            names = "--only-changes",
            description = "With --against: tell only what OLD has not; what was wrong with it before fails nothing.")
    private boolean onlyChanges;

    @Mixin
    private BaselineOptions baseline = new BaselineOptions();

    @Option(names = "--verbose", description = "Tell all notes, too; verify: each case, as well.")
    private boolean verbose;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = Converters.SeverityConverter.class,
            description = "End with exit code 1 on findings as bad as this: error or warning. Default: error.")
    private Severity failOn = Severity.ERROR;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Mixin
    private SharedOptions shared = new SharedOptions();

    CheckCommand(Surroundings surroundings, Settings settings) {
        this.surroundings = surroundings;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        reports.check(AssessmentReporting.FORMATS);
        if (onlyChanges && against == null) {
            throw new UnusableInputException(
                    "--only-changes tells what an older contract has not: name it by --against");
        }
        List<Assessment> each = new ArrayList<>();
        for (GuardOptions options : options()) {
            each.add(Guard.assess(options).advised(RemedyOptions::of));
        }
        Assessment assessment = Assessment.together(each);
        Telling telling = new Telling(shared.looks(surroundings.looks()).color(), verbose, "--verbose");
        if (reports.isTextOnConsole()) {
            new AssessmentReporting(assessment, telling).write(Format.TEXT, surroundings.out());
        }
        reports.write(new AssessmentReporting(assessment, telling.plain()), surroundings.out());
        Optional<String> updated = baseline.write(assessment);
        updated.ifPresent(surroundings.err()::println);
        return assessment.hasAtLeast(failOn) && updated.isEmpty() ? ExitCode.VIOLATIONS : ExitCode.CONFORMS;
    }

    private List<GuardOptions> options() throws IOException {
        String contract = contracts.contract();
        GuardOptions options = GuardOptions.builtIn()
                .withReferences(contracts.references())
                .withIgnores(Ignores.ofDocuments(settings))
                .withSeverities(Ignores.severities(settings))
                .withKnown(baseline.findings());
        options = contracts.fixtures() == null ? options : options.withFixtures(contracts.fixtures());
        options = onlyChanges ? options.withOnlyChanges() : options;
        if (contract == null) {
            return List.of(compared(options, null));
        }
        List<GuardOptions> all = new ArrayList<>();
        for (String document : DocumentPattern.expand(contract, surroundings.folder())) {
            all.add(compared(options.withContract(document), document));
        }
        return all;
    }

    private GuardOptions compared(GuardOptions options, @Nullable String document) {
        String old = against;
        if (old == null) {
            return options;
        }
        return OldContract.find(old, document, options.references())
                .map(found -> options.withOld(found, old))
                .orElseGet(() -> options.withoutOld(old));
    }
}
