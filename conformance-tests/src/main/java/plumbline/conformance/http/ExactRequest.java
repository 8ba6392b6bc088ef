package plumbline.conformance.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.HttpVersion;
import org.apache.http.RequestLine;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.message.BasicRequestLine;
import org.apache.http.protocol.HTTP;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;

/**
 * A request as Apache's client takes and sends it, with the target and the headers that it has.
 *
 * @param request the request
 * @param route the way to its target
 */
record ExactRequest(Request request, Route route) {
    static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

    /** What Apache's client says where the request does not. */
    private static final List<String> USUAL = List.of(HTTP.TARGET_HOST, HTTP.CONN_DIRECTIVE);

    /** What it alone can say of a body that it sends. */
    private static final List<String> FRAMING = List.of(HTTP.CONTENT_LEN, HTTP.TRANSFER_ENCODING);

    /** Methods that say nothing of the length of a body that is not there (RFC 9110, section 8.6). */
    private static final Set<String> BODILESS = Set.of("GET", "HEAD", "DELETE", "OPTIONS", "TRACE");

    /** What Apache's client takes for the request; only its kind matters, and its body. */
    HttpRequest envelope() {
        if (request.body().isEmpty() && BODILESS.contains(request.method())) {
            return new BasicHttpRequest(request.method(), "/");
        }
        BasicHttpEntityEnclosingRequest envelope = new BasicHttpEntityEnclosingRequest(request.method(), "/");
        if (!request.body().isEmpty()) {
            envelope.setEntity(new ByteArrayEntity(request.body().bytes()));
        }
        return envelope;
    }

    /** {@return the request as it goes over the wire, in place of what the client has made of its envelope} */
    HttpRequest written(HttpRequest prepared) {
        String target = route.isReadByProxy() ? route.origin() + request.target() : request.target();
        BasicRequestLine line = new BasicRequestLine(request.method(), target, HttpVersion.HTTP_1_1);
        HttpRequest exact = exact(line, prepared);
        Headers own = framed(prepared, request.headers());
        Stream.concat(USUAL.stream(), FRAMING.stream())
                .filter(name -> !own.contains(name))
                .flatMap(name -> Stream.of(prepared.getHeaders(name)))
                .forEach(exact::addHeader);
        own.forEach(header -> exact.addHeader(header.name(), header.value()));
        if (route.isReadByProxy()) {
            for (String shown : route.proxyAuthorization().stream().toList()) {
                exact.setHeader(PROXY_AUTHORIZATION, shown);
            }
        }
        return exact;
    }

    private static HttpRequest exact(RequestLine line, HttpRequest prepared) {
        if (prepared instanceof HttpEntityEnclosingRequest enclosing) {
            BasicHttpEntityEnclosingRequest exact = new BasicHttpEntityEnclosingRequest(line);
            exact.setEntity(enclosing.getEntity());
            return exact;
        }
        return new BasicHttpRequest(line);
    }

    private static Headers framed(HttpRequest prepared, Headers own) {
        boolean isFramed = FRAMING.stream().anyMatch(prepared::containsHeader);
        Headers left = own;
        for (String name : isFramed ? FRAMING : List.<String>of()) {
            left = left.without(name);
        }
        return left;
    }
}
