package plumbline.cli.options.serving;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.cli.options.Converters;
import plumbline.mock.upstream.UpstreamOptions;
import plumbline.text.Glob;
import plumbline.text.UnusableInputException;

/** The real server behind a mock. */
public final class ProxyOptions {
    @Option(
            names = "--upstream",
            paramLabel = "URL",
            converter = Converters.UrlConverter.class,
            description = "Pass requests on to the server below this base URL, and judge them and its answers by the"
                    + " contract. Violations are told in the header Plumbline-Violations and on the console.")
    private @Nullable URI upstream;

    @Option(
            names = "--upstream-timeout",
            paramLabel = "TIME",
            defaultValue = "30s",
            converter = Converters.DurationConverter.class,
            description = "How long to wait for an answer of that server (default: ${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(30);

    @Option(
            names = "--block",
            description = "Refuse what breaks the contract: a request as the mock does, an answer with 502.")
    private boolean blocks;

    @Option(
            names = "--mock-missing",
            description = "Answer from the contract what that server answers with 404 or 501, and all if it cannot be"
                    + " reached.")
    private boolean mocksMissing;

    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            split = ",",
            converter = Converters.GlobConverter.class,
            description = "Pass only operations on whose operationId, path, tag or method fits, such as 'get*',"
                    + " '/books/*' or DELETE; the contract answers the others. Can be repeated.")
    private List<Glob> only = new ArrayList<>();

    @Option(
            names = "--except",
            paramLabel = "PATTERN",
            split = ",",
            converter = Converters.GlobConverter.class,
            description = "Answer operations that fit from the contract, though others are passed on. Can be repeated.")
    private List<Glob> except = new ArrayList<>();

    @Option(
            names = "--record",
            paramLabel = "DIR",
            description = "Make fixtures in DIR of what that server answers to GET, with made-up data in place of"
                    + " credentials and personal data; 'mock --fixtures DIR' answers the same.")
    private @Nullable Path recordings;

    /**
     * {@return the server; null if there is none}
     *
     * @throws UnusableInputException if only what is to be done with it is given
     */
    public @Nullable UpstreamOptions upstream() {
        if (upstream == null) {
            if (blocks || mocksMissing || !only.isEmpty() || !except.isEmpty() || recordings != null) {
                throw new UnusableInputException(
                        "--block, --mock-missing, --only, --except and --record say what to do with a server: name"
                                + " it with --upstream");
            }
            return null;
        }
        return new UpstreamOptions(upstream, timeout, blocks, mocksMissing, only, except, recordings);
    }
}
