package plumbline.conformance.target;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Headers;
import plumbline.text.UnusableInputException;

/**
 * The server under test. Its text form shows the base URL only, as all else may be secret.
 *
 * @param baseUrl the absolute http or https URL before the paths of the contract, without a slash at its end
 * @param headers header fields to send with every request
 * @param user user and password for HTTP basic authentication, separated by a colon; null if there is none
 * @param timeout how long one request may take, all in all
 * @param rate how many requests may be sent; null if there is no limit
 * @param allowsWrites whether a run may create items of its own, and change and remove them
 * @param isDisposable whether all that is there may be changed, since it was started for the purpose
 * @param connection how connections to it are made
 * @param credentials what is shown for single security schemes of the contract, by their names: a token, a key, or user
 *     and password with a colon between them
 */
public record Target(
        URI baseUrl,
        Headers headers,
        @Nullable String user,
        Duration timeout,
        @Nullable Rate rate,
        boolean allowsWrites,
        boolean isDisposable,
        Connection connection,
        Map<String, String> credentials) {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}");

    /** @throws UnusableInputException if it is no base URL to which paths can be appended */
    public Target {
        baseUrl = withoutSlash(checked(baseUrl));
        credentials = Map.copyOf(credentials);
        if (user != null && user.indexOf(':') < 0) {
            throw new UnusableInputException("the user has no colon: write it as client:secret");
        }
        if (timeout.isZero() || timeout.isNegative()) {
            throw new UnusableInputException("the timeout must be longer than nothing");
        }
    }

    /** {@return the server at this URL, called without credentials of its own} */
    public static Target of(URI baseUrl) {
        return new Target(
                baseUrl, Headers.none(), null, DEFAULT_TIMEOUT, null, false, false, Connection.standard(), Map.of());
    }

    public Target withHeader(String name, String value) {
        return new Target(
                baseUrl,
                headers.and(name, value),
                user,
                timeout,
                rate,
                allowsWrites,
                isDisposable,
                connection,
                credentials);
    }

    /** {@return this target, called as this user} */
    public Target withUser(String userAndPassword) {
        return new Target(
                baseUrl, headers, userAndPassword, timeout, rate, allowsWrites, isDisposable, connection, credentials);
    }

    public Target withTimeout(Duration other) {
        return new Target(baseUrl, headers, user, other, rate, allowsWrites, isDisposable, connection, credentials);
    }

    public Target withRate(Rate other) {
        return new Target(baseUrl, headers, user, timeout, other, allowsWrites, isDisposable, connection, credentials);
    }

    /** {@return this target, on which a run may create items of its own, and change and remove those} */
    public Target withWrites() {
        return new Target(baseUrl, headers, user, timeout, rate, true, isDisposable, connection, credentials);
    }

    /** {@return this target, which was started for the purpose, so that anything on it may be changed} */
    public Target disposable() {
        return new Target(baseUrl, headers, user, timeout, rate, allowsWrites, true, connection, credentials);
    }

    /** {@return this target, to which connections are made in this way} */
    public Target withConnection(Connection other) {
        return new Target(baseUrl, headers, user, timeout, rate, allowsWrites, isDisposable, other, credentials);
    }

    /** {@return this target, to which this is shown where a security scheme of the contract asks for it} */
    public Target withCredentials(String scheme, String shown) {
        Map<String, String> more = new LinkedHashMap<>(credentials);
        more.put(scheme, shown);
        return new Target(baseUrl, headers, user, timeout, rate, allowsWrites, isDisposable, connection, more);
    }

    /** {@return whether requests may be sent to it that change something} */
    public boolean isWritable() {
        return allowsWrites || isDisposable;
    }

    /** {@return the path of the base URL, percent-encoded; empty for the root} */
    public String basePath() {
        return baseUrl.getRawPath();
    }

    /** {@return scheme, host and port, with which every URL of this target starts} */
    public String origin() {
        return baseUrl.getScheme() + "://" + baseUrl.getRawAuthority();
    }

    /** {@return whether the server runs on this machine, judged by its name alone} */
    public boolean isLoopback() {
        String host = baseUrl.getHost().toLowerCase(Locale.ROOT);
        return "localhost".equals(host)
                || host.endsWith(".localhost")
                || "[::1]".equals(host)
                || IPV4_LOOPBACK.matcher(host).matches();
    }

    @Override
    public String toString() {
        return baseUrl.toString();
    }

    private static URI checked(URI url) {
        boolean isHttp = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (url.getRawUserInfo() != null) {
            throw new UnusableInputException("the base URL must not hold credentials: give them apart from it");
        }
        if (!isHttp || url.getHost() == null) {
            throw new UnusableInputException(
                    "'" + url + "' is no base URL: write it as http://host:port/path or https://host/path");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new UnusableInputException("the base URL must end with its path, without '?' and '#'");
        }
        return url;
    }

    private static URI withoutSlash(URI url) {
        String text = url.toString();
        return text.endsWith("/") ? withoutSlash(URI.create(text.substring(0, text.length() - 1))) : url;
    }
}
