package plumbline.mock.upstream;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Response;

/**
 * Tells paths of the mock as those of a server, and the other way round.
 *
 * @param upstream the server
 * @param own the base paths of the mock
 */
record Addresses(UpstreamOptions upstream, List<String> own) {
    private static final Pattern ATTRIBUTES = Pattern.compile("\\s*;\\s*");

    /** {@return the path on the server} */
    String there(String path) {
        String base = base(path);
        return upstream.basePath() + path.substring(base.length());
    }

    /** {@return the response with its redirects and cookies made for whoever asked for this path of the mock} */
    Response here(Response response, String path) {
        Headers headers = Headers.none();
        for (Header header : response.headers()) {
            String value = header.value();
            if (header.is("Location") || header.is("Content-Location")) {
                value = location(value, base(path));
            } else if (header.is("Set-Cookie")) {
                value = cookie(value, base(path));
            }
            headers = headers.and(header.name(), value);
        }
        return response.withHeaders(headers);
    }

    private String base(String path) {
        return own.stream().filter(base -> isBelow(path, base)).findFirst().orElse("");
    }

    private String location(String location, String base) {
        String origin = upstream.origin();
        boolean isThere = location.regionMatches(true, 0, origin, 0, origin.length())
                && (location.length() == origin.length() || "/?#".indexOf(location.charAt(origin.length())) >= 0);
        String path = isThere ? location.substring(origin.length()) : location;
        if (isThere && path.isEmpty()) {
            path = "/";
        }
        return path.startsWith("/") && !path.startsWith("//") ? moved(path, base) : path;
    }

    private String moved(String path, String base) {
        return isBelow(path, upstream.basePath())
                ? base + path.substring(upstream.basePath().length())
                : path;
    }

    /** The mock has another name and another path, and speaks HTTP. */
    private String cookie(String cookie, String base) {
        StringBuilder kept = new StringBuilder();
        for (String attribute : ATTRIBUTES.split(cookie, -1)) {
            String small = attribute.toLowerCase(Locale.ROOT).replace(" ", "");
            if (kept.isEmpty()) {
                kept.append(attribute);
            } else if (small.startsWith("path=")) {
                String path =
                        moved(attribute.substring(attribute.indexOf('=') + 1).strip(), base);
                kept.append("; Path=").append(path.isEmpty() ? "/" : path);
            } else if (!small.startsWith("domain=") && !small.equals("secure") && !small.equals("samesite=none")) {
                kept.append("; ").append(attribute);
            }
        }
        return kept.toString();
    }

    private static boolean isBelow(String path, String base) {
        return path.equals(base) || path.startsWith(base + "/") || path.startsWith(base + "?");
    }
}
