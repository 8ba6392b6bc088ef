package plumbline.conformance.target;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.text.UnusableInputException;

/**
 * The proxies on the way to a target, as the environment names them. Their text form shows no credentials.
 *
 * @param byScheme the URL of the proxy by the scheme of the target
 * @param exceptions the hosts, with all below them, that are reached without: names, names with ports, or * for all
 */
public record Proxies(Map<String, URI> byScheme, List<String> exceptions) {
    public Proxies {
        byScheme = Map.copyOf(byScheme);
        exceptions = List.copyOf(exceptions);
    }

    /** {@return no proxies, other than those that Java itself is told} */
    public static Proxies none() {
        return new Proxies(Map.of(), List.of());
    }

    /**
     * {@return what HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say, in small or capital letters}
     *
     * @throws UnusableInputException if one of them is no URL
     */
    public static Proxies of(Map<String, String> environment) {
        Map<String, URI> found = new LinkedHashMap<>();
        for (String scheme : List.of("http", "https")) {
            variable(environment, scheme + "_proxy")
                    .or(() -> variable(environment, "all_proxy"))
                    .ifPresent(text -> found.put(scheme, url(scheme, text)));
        }
        List<String> exceptions = variable(environment, "no_proxy").stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(name -> name.trim().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
        return new Proxies(found, exceptions);
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(key -> environment.getOrDefault(key, "").trim())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static URI url(String scheme, String text) {
        try {
            URI url = URI.create(text.contains("://") ? text : "http://" + text);
            if ("http".equalsIgnoreCase(url.getScheme()) && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw unusable(scheme);
        }
        throw unusable(scheme);
    }

    private static UnusableInputException unusable(String scheme) {
        String name = scheme.toUpperCase(Locale.ROOT);
        return new UnusableInputException(
                "the proxy of " + name + "_PROXY cannot be used: write it as http://host:port");
    }

    /** {@return the proxy between us and this URL; never one before this machine itself} */
    public Optional<URI> of(Target target) {
        URI url = target.baseUrl();
        return Optional.ofNullable(byScheme.get(url.getScheme().toLowerCase(Locale.ROOT)))
                .filter(proxy -> !target.isLoopback())
                .filter(proxy -> exceptions.stream().noneMatch(exception -> isExcepted(url, exception)));
    }

    private static boolean isExcepted(URI url, String exception) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        String name = exception.replaceFirst("^\\*?\\.", "");
        return "*".equals(name)
                || host.equals(name)
                || host.endsWith("." + name)
                || (host + ":" + url.getPort()).equals(name);
    }

    @Override
    public String toString() {
        return byScheme.keySet().toString();
    }
}
