package plumbline.contract.document;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/**
 * What must be equal for two addresses to belong together (RFC 6454).
 *
 * @param scheme the scheme in lower case
 * @param host the host in lower case; empty if there is none
 * @param port the port, also where it is the default of the scheme; -1 if there is none
 */
record Origin(String scheme, String host, int port) {
    static Origin of(URI uri) {
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        String host = Objects.requireNonNullElse(uri.getHost(), "").toLowerCase(Locale.ROOT);
        return new Origin(scheme, host, uri.getPort() < 0 ? defaultPort(scheme) : uri.getPort());
    }

    private static int defaultPort(String scheme) {
        return switch (scheme) {
            case "http" -> 80;
            case "https" -> 443;
            default -> -1;
        };
    }

    boolean isHttp() {
        return "http".equals(scheme) || "https".equals(scheme);
    }

    /** {@return whether the other is this host, reached in a secure way where this is none} */
    boolean isSecuredBy(Origin other) {
        return "http".equals(scheme) && "https".equals(other.scheme) && host.equals(other.host);
    }
}
