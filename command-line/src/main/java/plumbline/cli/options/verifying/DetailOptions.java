package plumbline.cli.options.verifying;

import picocli.CommandLine.Option;
import plumbline.conformance.report.Looks;
import plumbline.text.UnusableInputException;

/** How much is told on the console. */
public final class DetailOptions {
    @Option(names = "--quiet", description = "Tell what is wrong, by its causes, and the verdict, and nothing else.")
    private boolean quiet;

    @Option(names = "--verbose", description = "Tell all notes, too; verify: each case, as well.")
    private boolean verbose;

    /**
     * {@return how to write so much}
     *
     * @throws UnusableInputException if both less and more is wanted
     */
    public Looks looks(Looks usual) {
        if (quiet && verbose) {
            throw new UnusableInputException("--quiet and --verbose rule each other out: leave one of them out");
        }
        if (quiet) {
            return usual.withDetail(Looks.Detail.QUIET);
        }
        return verbose ? usual.withDetail(Looks.Detail.VERBOSE) : usual;
    }
}
