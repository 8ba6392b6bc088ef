package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;

/** Turns what Jetty received into values; path and query stay as they were sent. */
final class RequestReader {
    private RequestReader() {}

    static ReceivedRequest read(Request request, Body body) {
        HttpURI uri = request.getHttpURI();
        String path = uri.getPath();
        String query = uri.getQuery();
        plumbline.contract.http.Request message = new plumbline.contract.http.Request(
                request.getMethod(),
                path == null || path.isEmpty() ? "/" : path,
                query == null ? "" : query,
                headers(request.getHeaders()),
                body);
        return new ReceivedRequest(origin(request), message, cookies(request));
    }

    private static ReceivedRequest.Origin origin(Request request) {
        return new ReceivedRequest.Origin(
                request.isSecure() ? "https" : "http",
                Request.getServerName(request),
                Request.getServerPort(request),
                Request.getRemoteAddr(request),
                request.getConnectionMetaData().getProtocol());
    }

    private static Headers headers(HttpFields fields) {
        List<Header> lines = new ArrayList<>(fields.size());
        for (HttpField field : fields) {
            String value = field.getValue();
            lines.add(new Header(field.getName(), value == null ? "" : value));
        }
        return new Headers(lines);
    }

    private static Map<String, Cookie> cookies(Request request) {
        if (!request.getHeaders().contains(HttpHeader.COOKIE)) {
            return Map.of();
        }
        Map<String, List<String>> values = new TreeMap<>();
        for (HttpCookie cookie : Request.getCookies(request)) {
            values.computeIfAbsent(cookie.getName(), name -> new ArrayList<>()).add(cookie.getValue());
        }
        Map<String, Cookie> cookies = new TreeMap<>();
        values.forEach((name, all) -> cookies.put(name, new Cookie(null, all)));
        return cookies;
    }
}
