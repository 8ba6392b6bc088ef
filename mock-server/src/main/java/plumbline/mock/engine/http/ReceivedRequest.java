package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.common.Encoding;
import com.github.tomakehurst.wiremock.common.Urls;
import com.github.tomakehurst.wiremock.http.ContentTypeHeader;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.multipart.PartParser;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.mock.engine.stubs.HeaderLines;
import plumbline.mock.engine.stubs.SubmittedForm;

/** A request as WireMock wants to see it. */
final class ReceivedRequest implements Request {
    private final Origin origin;
    private final plumbline.contract.http.Request message;
    private final RequestMethod method;
    private final String url;
    private final HeaderLines headers;
    private final Map<String, Cookie> cookies;
    private final byte[] body;
    private final @Nullable String contentType;

    /** Where a request came from and what it was sent to. */
    record Origin(String scheme, String host, int port, String clientAddress, String protocol) {}

    ReceivedRequest(Origin origin, plumbline.contract.http.Request request, Map<String, Cookie> cookies) {
        this.origin = origin;
        this.message = request;
        this.method = RequestMethod.fromString(request.method());
        this.url = request.target();
        this.headers = new HeaderLines(request.headers());
        this.cookies = cookies;
        this.body = request.body().bytes();
        this.contentType = request.headers().first("Content-Type").orElse(null);
    }

    /** {@return the request in words of our own} */
    plumbline.contract.http.Request message() {
        return message;
    }

    @Override
    public String getUrl() {
        return url;
    }

    @Override
    public String getAbsoluteUrl() {
        return origin.scheme() + "://" + origin.host() + ":" + origin.port() + url;
    }

    @Override
    public RequestMethod getMethod() {
        return method;
    }

    @Override
    public String getScheme() {
        return origin.scheme();
    }

    @Override
    public String getHost() {
        return origin.host();
    }

    @Override
    public int getPort() {
        return origin.port();
    }

    @Override
    public String getClientIp() {
        return headers.lines()
                .first("X-Forwarded-For")
                .filter(value -> !value.isEmpty())
                .orElse(origin.clientAddress());
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.lines().first(name).orElse(null);
    }

    @Override
    public HttpHeader header(String name) {
        return headers.getHeader(name);
    }

    @Override
    public ContentTypeHeader contentTypeHeader() {
        return headers.getContentTypeHeader();
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.lines().contains(name);
    }

    @Override
    public Set<String> getAllHeaderKeys() {
        return headers.keys();
    }

    @Override
    public QueryParameter queryParameter(String name) {
        return Urls.splitQueryFromUrl(url).getOrDefault(name, QueryParameter.absent(name));
    }

    @Override
    public FormParameter formParameter(String name) {
        return formParameters().getOrDefault(name, FormParameter.absent(name));
    }

    @Override
    public Map<String, FormParameter> formParameters() {
        return contentTypeIs("application/x-www-form-urlencoded")
                ? SubmittedForm.decode(getBodyAsString(), charset())
                : Map.of();
    }

    @Override
    public Map<String, Cookie> getCookies() {
        return cookies;
    }

    @Override
    public byte[] getBody() {
        return body;
    }

    @Override
    public String getBodyAsString() {
        return new String(body, charset());
    }

    @Override
    public String getBodyAsBase64() {
        return Encoding.encodeBase64(body);
    }

    @Override
    public boolean isMultipart() {
        return contentTypeIs("multipart/");
    }

    @Override
    public @Nullable Collection<Part> getParts() {
        if (!isMultipart()) {
            return null;
        }
        try {
            Collection<Part> parts = PartParser.parseFrom(this);
            return parts.isEmpty() ? null : parts;
        } catch (Exception malformed) {
            return null;
        }
    }

    @Override
    public @Nullable Part getPart(String name) {
        Collection<Part> parts = getParts();
        return parts == null
                ? null
                : parts.stream()
                        .filter(part -> name.equals(part.getName()))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public boolean isBrowserProxyRequest() {
        return false;
    }

    @Override
    public Optional<Request> getOriginalRequest() {
        return Optional.empty();
    }

    @Override
    public String getProtocol() {
        return origin.protocol();
    }

    private boolean contentTypeIs(String start) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(start);
    }

    private Charset charset() {
        return contentTypeHeader().charset();
    }
}
