package plumbline.conformance.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpHost;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Connection;
import plumbline.conformance.target.Target;
import plumbline.conformance.tls.TlsContext;

/**
 * The way to a target.
 *
 * @param host the target
 * @param origin scheme, host and port of the target, as its URL says them
 * @param tls what secure connections are made with; null if they are not
 * @param isInsecure whether certificates are not checked
 * @param proxy the proxy on the way; null if there is none that we were told
 */
record Route(
        HttpHost host,
        String origin,
        @Nullable SSLContext tls,
        boolean isInsecure,
        @Nullable URI proxy) {
    static Route to(Target target) {
        Connection connection = target.connection();
        URI url = target.baseUrl();
        boolean isSecure = "https".equalsIgnoreCase(url.getScheme());
        return new Route(
                new HttpHost(url.getHost(), url.getPort(), url.getScheme()),
                target.origin(),
                isSecure ? TlsContext.of(connection) : null,
                connection.isInsecure(),
                connection.proxies().of(target).orElse(null));
    }

    Optional<HttpHost> proxyHost() {
        return Optional.ofNullable(proxy)
                .map(url -> new HttpHost(url.getHost(), url.getPort() < 0 ? 80 : url.getPort(), "http"));
    }

    /** {@return what the proxy is shown; nothing if its URL holds no credentials} */
    Optional<String> proxyAuthorization() {
        return Optional.ofNullable(proxy)
                .map(URI::getUserInfo)
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return whether the proxy reads our requests, and does not only let octets through} */
    boolean isReadByProxy() {
        return proxy != null && tls == null;
    }
}
