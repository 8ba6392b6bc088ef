package plumbline.mock.engine.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names and addresses of hosts, by their text alone: what a name stands for is for its owner to change. */
public final class HostNames {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|::1|0:0:0:0:0:0:0:1");

    private HostNames() {}

    /** {@return whether a name or an address can only mean the machine itself} */
    public static boolean isLoopback(String host) {
        return LOOPBACK.matcher(bare(host).toLowerCase(Locale.ROOT)).matches();
    }

    /** {@return the name or address without the brackets that URLs put around some} */
    public static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** {@return the name or address in a {@code Host} header, in small letters} */
    public static String ofHeader(String header) {
        String text = header.trim().toLowerCase(Locale.ROOT);
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    /** {@return the name or address of an {@code Origin}; nothing for {@code null} and what is none of the web} */
    public static Optional<String> ofOrigin(String origin) {
        try {
            URI uri = new URI(origin.trim());
            boolean isWeb = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return isWeb && uri.getHost() != null ? Optional.of(bare(uri.getHost())) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
