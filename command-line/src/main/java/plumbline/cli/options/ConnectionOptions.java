package plumbline.cli.options;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plumbline.conformance.target.Connection;
import plumbline.conformance.target.Proxies;
import plumbline.text.UnusableInputException;

/** How connections to a server are made. */
public final class ConnectionOptions {
    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "Trust certificates issued by those in this file (PEM or PKCS#12), and no others. Default: as"
                    + " Java does.")
    private @Nullable Path authorities;

    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description = "The certificate to show to a server that asks for one: PEM, or PKCS#12 with its key.")
    private @Nullable Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "The key of --cert, in PEM. Default: in the same file.")
    private @Nullable Path key;

    @Option(
            names = "--cert-password",
            paramLabel = "SECRET",
            description = "What the key of --cert is encrypted with: keep it in the environment, as"
                    + " PLUMBLINE_CERT_PASSWORD.")
    private @Nullable String password;

    @Option(
            names = "--insecure",
            description =
                    "Do not check certificates of the server: whoever is on the way may answer in its place. Every"
                            + " report says so.")
    private boolean insecure;

    /** {@return the connection, through the proxies that the environment names} */
    public Connection connection(Map<String, String> environment) {
        if (certificate == null && (key != null || password != null)) {
            throw new UnusableInputException("a key is of no use without its certificate: name that with --cert");
        }
        Connection connection = Connection.standard().withProxies(Proxies.of(environment));
        connection = authorities == null ? connection : connection.withAuthorities(authorities);
        connection = insecure ? connection.insecure() : connection;
        return certificate == null
                ? connection
                : connection.withCertificate(
                        new Connection.Identity(certificate, key, password == null ? "" : password));
    }
}
