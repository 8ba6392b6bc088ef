package plumbline.cli.options.verifying;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.conformance.target.Connection;
import plumbline.text.UnusableInputException;

/** The certificate that is shown to the other end of a connection. */
public final class IdentityOptions {
    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description =
                    "The certificate to show, to servers that ask for one or, by the mock, to its clients: PEM, or"
                            + " PKCS#12 with its key.")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of --cert, in PEM. Default: in the same file.")
    private @Nullable Path key;

    @Option(
            names = "--cert-password",
            paramLabel = "SECRET",
            description = "What the key of --cert is encrypted with: keep it in the environment, as"
                    + " PLUMBLINE_CERT_PASSWORD.")
    private @Nullable String password;

    /** {@return the certificate with its key, if one is named} */
    public Optional<Connection.Identity> identity() {
        if (certificate == null && (key != null || password != null)) {
            throw new UnusableInputException("a key is of no use without its certificate: name that with --cert");
        }
        return certificate == null
                ? Optional.empty()
                : Optional.of(new Connection.Identity(certificate, key, password == null ? "" : password));
    }
}
