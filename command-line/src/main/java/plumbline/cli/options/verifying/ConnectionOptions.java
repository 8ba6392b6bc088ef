package plumbline.cli.options.verifying;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.conformance.target.Connection;
import plumbline.conformance.target.Proxies;

/** How connections to a server are made. */
public final class ConnectionOptions {
    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "Trust certificates issued by those in this file (PEM or PKCS#12), and no others. Default: as"
                    + " Java does.")
    private @Nullable Path authorities;

    @Mixin
    private IdentityOptions identity = new IdentityOptions();

    @Option(
            names = "--insecure",
            description =
                    "Do not check certificates of the server: whoever is on the way may answer in its place. Every"
                            + " report says so.")
    private boolean insecure;

    /** {@return the connection, through the proxies that the environment names} */
    public Connection connection(Map<String, String> environment) {
        Connection connection = Connection.standard().withProxies(Proxies.of(environment));
        connection = authorities == null ? connection : connection.withAuthorities(authorities);
        Connection trusting = insecure ? connection.insecure() : connection;
        return identity.identity().map(trusting::withCertificate).orElse(trusting);
    }
}
