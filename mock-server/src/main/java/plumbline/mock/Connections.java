package plumbline.mock;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import plumbline.mock.upstream.UpstreamOptions;

/**
 * How a mock is connected with its clients, and with a server behind it.
 *
 * @param secure how it speaks TLS, with its certificate; null to speak plainly
 * @param upstream the server that requests are passed on to; null to answer all of them
 */
public record Connections(
        @Nullable SSLContext secure, @Nullable UpstreamOptions upstream) {
    /** {@return plain HTTP, and no server behind} */
    public static Connections plain() {
        return new Connections(null, null);
    }

    public Connections securedBy(SSLContext other) {
        return new Connections(other, upstream);
    }

    public Connections before(UpstreamOptions server) {
        return new Connections(secure, server);
    }
}
