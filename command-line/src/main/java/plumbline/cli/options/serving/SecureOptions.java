package plumbline.cli.options.serving;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.cli.console.WriteFaults;
import plumbline.cli.options.verifying.IdentityOptions;
import plumbline.conformance.target.Connection;
import plumbline.conformance.tls.TlsContext;
import plumbline.mock.tls.OwnCertificate;
import plumbline.text.UnusableInputException;

/** Whether the mock speaks HTTPS, and with which certificate. */
public final class SecureOptions {
    private static final String FILE = "plumbline-mock.pem";

    @Option(
            names = "--https",
            description =
                    "Speak HTTPS: with the certificate of --cert, else with one that is made at the start and written"
                            + " to " + FILE + " for clients to trust.")
    private boolean secure;

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    /**
     * {@return what speaks TLS; null to speak plainly}
     *
     * @param host the name or address to listen on
     * @param folder where a certificate is written that is made
     * @param out is told how to trust it
     */
    public @Nullable SSLContext context(String host, Path folder, PrintWriter out) {
        Optional<Connection.Identity> named = identity.identity();
        if (named.isPresent()) {
            return TlsContext.of(Connection.standard().withCertificate(named.get()));
        }
        return secure ? made(host, folder.resolve(FILE), out) : null;
    }

    /** {@return the certificate that was made, for clients to trust; null if none was} */
    public @Nullable Path ownCertificate(Path folder) {
        return secure && identity.identity().isEmpty() ? folder.resolve(FILE) : null;
    }

    private static SSLContext made(String host, Path file, PrintWriter out) {
        OwnCertificate made = OwnCertificate.make(host);
        try {
            Files.writeString(file, made.pem());
        } catch (IOException e) {
            throw new UnusableInputException(
                    "the certificate cannot be written: " + WriteFaults.words(e) + "; or name one with --cert", e);
        }
        out.println("Made a certificate for localhost: " + file
                + ". Clients trust it so, until the mock is started again:");
        out.println("  curl --cacert " + file + " …");
        out.println("  NODE_EXTRA_CA_CERTS=" + file + " node …");
        out.println("  plumbline verify --cacert " + file + " …");
        out.println();
        return made.context();
    }
}
