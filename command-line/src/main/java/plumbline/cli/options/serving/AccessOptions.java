package plumbline.cli.options.serving;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.cli.options.Converters;
import plumbline.mock.answer.AnswerOptions;
import plumbline.mock.engine.access.Access;
import plumbline.mock.engine.judging.StubPolicy;
import plumbline.text.UnusableInputException;

/** Who may administer a mock, and where it may send requests. */
public final class AccessOptions {
    @Option(names = "--no-admin", description = "Have no administration (/__admin).")
    private boolean closed;

    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            description =
                    "Administration only with 'Authorization: Bearer TOKEN'; on any address but a loopback one there"
                            + " is none without. Better in the environment: PLUMBLINE_ADMIN_TOKEN.")
    private @Nullable String token;

    @Option(
            names = "--allowed-hosts",
            paramLabel = "HOST",
            split = ",",
            description = "Further names by which the administration may be called.")
    private Set<String> hosts = new LinkedHashSet<>();

    @Option(
            names = "--allowed-origins",
            paramLabel = "ORIGIN",
            split = ",",
            description = "Whose pages may send credentials, such as https://app.example.com; those of this machine may"
                    + " anyway.")
    private Set<String> origins = new LinkedHashSet<>();

    @Option(
            names = "--cors",
            paramLabel = "any|off|ORIGIN",
            split = ",",
            description = "Pages of which origins may read answers: any, none (off), or those that are named, such as"
                    + " https://app.example.com. Default: any.")
    private Set<String> readers = new LinkedHashSet<>();

    @Option(
            names = "--allow-calls",
            paramLabel = "HOST",
            split = ",",
            description = "Which hosts WireMock stubs may call: by proxying, webhooks and recording. Default: none.")
    private Set<String> callable = new LinkedHashSet<>();

    @Option(
            names = "--stubs",
            paramLabel = "warn|refuse|off",
            defaultValue = "warn",
            converter = Converters.StubsConverter.class,
            description =
                    "What to do about WireMock stubs whose answers break the contract (default: ${DEFAULT-VALUE}).")
    private StubPolicy stubs = StubPolicy.WARN;

    public StubPolicy stubs() {
        return stubs;
    }

    public Access access() {
        return new Access(!closed, token, hosts, callable);
    }

    /** {@return the origins whose pages may read answers, as the mock takes them} */
    public Set<String> readers() {
        if (readers.isEmpty() || readers.equals(Set.of("any"))) {
            return Set.of(AnswerOptions.ANYBODY);
        }
        if (readers.equals(Set.of("off"))) {
            return Set.of();
        }
        readers.stream()
                .filter(origin -> !origin.matches("(?i)[a-z][a-z0-9+.-]*://[^/]+"))
                .findFirst()
                .ifPresent(word -> {
                    throw new UnusableInputException(
                            "'" + word + "' is no origin; write --cors any, --cors off, or origins"
                                    + " such as https://app.example.com");
                });
        return readers;
    }

    public Set<String> origins() {
        return origins;
    }
}
