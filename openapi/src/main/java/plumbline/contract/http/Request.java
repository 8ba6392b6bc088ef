package plumbline.contract.http;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTTP request.
 *
 * @param method the method in upper case
 * @param path the path of the target as sent, percent-encoded, starting with {@code /}
 * @param query the query of the target as sent, without {@code ?}; empty if there is none
 * @param headers the header fields
 * @param body the content, without transfer or content encoding
 */
public record Request(String method, String path, String query, Headers headers, Body body) {
    public Request {
        method = method.toUpperCase(Locale.ROOT);
    }

    /** {@return a request without header fields and body; the target is a path and perhaps a query} */
    public static Request of(String method, String target) {
        int mark = target.indexOf('?');
        return mark < 0
                ? new Request(method, target, "", Headers.none(), Body.empty())
                : new Request(
                        method, target.substring(0, mark), target.substring(mark + 1), Headers.none(), Body.empty());
    }

    /** {@return path and query as they stand on the request line} */
    public String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /**
     * {@return where the request was sent to, such as {@code https://example.com}, as far as it says itself: by the host and by
     * what a proxy before the server calls the scheme}
     */
    public String origin() {
        boolean isSecure = headers.first("X-Forwarded-Proto")
                .filter(scheme -> scheme.trim().equalsIgnoreCase("https"))
                .isPresent();
        return (isSecure ? "https://" : "http://") + headers.first("Host").orElse("localhost");
    }

    /** {@return whether sending it cannot change anything, by its method (RFC 9110, section 9.2.1)} */
    public boolean isSafe() {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }

    public Request withMethod(String other) {
        return new Request(other, path, query, headers, body);
    }

    public Request withPath(String other) {
        return new Request(method, other, query, headers, body);
    }

    public Request withQuery(String other) {
        return new Request(method, path, other, headers, body);
    }

    /** {@return the request with this value of a query parameter in place of those that it may have} */
    public Request withQueryValue(String name, String value) {
        String sent = PercentCoding.encode(name) + "=";
        Stream<String> others = Stream.of(query.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(sent) && !pair.startsWith(name + "="));
        return withQuery(Stream.concat(others, Stream.of(sent + PercentCoding.encode(value)))
                .collect(Collectors.joining("&")));
    }

    public Request withHeaders(Headers other) {
        return new Request(method, path, query, other, body);
    }

    public Request withHeader(String name, String value) {
        return withHeaders(headers.with(name, value));
    }

    /** {@return the request with this cookie beside the others that it has, in place of one of this name; written as it is} */
    public Request withCookie(String name, String value) {
        return withCookies(Stream.concat(cookiesBeside(name), Stream.of(name + "=" + value)));
    }

    /** {@return the request without the cookies of this name, as it is written} */
    public Request withoutCookie(String name) {
        return withCookies(cookiesBeside(name));
    }

    private Stream<String> cookiesBeside(String name) {
        return headers.all("Cookie").stream()
                .flatMap(line -> Stream.of(line.split(";", -1)))
                .map(String::trim)
                .filter(cookie -> !cookie.isEmpty() && !cookie.startsWith(name + "="));
    }

    /** One line has them all, as user agents send them (RFC 6265, section 5.4). */
    private Request withCookies(Stream<String> cookies) {
        String line = cookies.collect(Collectors.joining("; "));
        return line.isEmpty() ? withHeaders(headers.without("Cookie")) : withHeader("Cookie", line);
    }

    public Request withBody(Body other) {
        return new Request(method, path, query, headers, other);
    }
}
