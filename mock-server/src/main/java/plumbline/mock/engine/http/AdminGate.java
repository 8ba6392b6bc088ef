package plumbline.mock.engine.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import plumbline.contract.http.Response;
import plumbline.mock.answer.problem.ProblemBody;
import plumbline.mock.engine.access.Access;
import plumbline.mock.engine.access.HostNames;

/**
 * Decides who may use the administration: never a page of another origin, which could otherwise drive the mock of whoever
 * looks at it, directly or under a name that it makes stand for this machine.
 *
 * @param access what the user has said of it
 * @param bound the name or address that the engine listens on
 */
record AdminGate(Access access, String bound) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String FILES = EngineHandler.ADMIN + "/files/";

    /** {@return why the page, which holds nothing of the mock, is not shown; nothing if it is} */
    Optional<Response> refusalOfPage(Request request) {
        return refusal(request, true);
    }

    /** {@return why the request is not let in; nothing if it is} */
    Optional<Response> refusal(Request request) {
        return refusal(request, false);
    }

    private Optional<Response> refusal(Request request, boolean isPage) {
        if (!access.isAdministeredOn(bound)) {
            return Optional.of(off());
        }
        HttpFields fields = request.getHeaders();
        if (!isKnownHost(fields)) {
            return Optional.of(forbidden("The mock is not administered under the name in 'Host'; call it by the name or"
                    + " address that it listens on, or allow the name when it is started."));
        }
        if (!isOwnOrigin(fields, request.isSecure() ? "https://" : "http://")) {
            return Optional.of(forbidden("Pages of other origins cannot administer the mock."));
        }
        if (!isPage && !hasToken(fields)) {
            return Optional.of(unauthorized());
        }
        return isJson(request) ? Optional.empty() : Optional.of(noJson());
    }

    private boolean isKnownHost(HttpFields fields) {
        String header = fields.get(HttpHeader.HOST);
        if (header == null) {
            return false;
        }
        String host = HostNames.ofHeader(header);
        return HostNames.isLoopback(host)
                || host.equals(bound.toLowerCase(Locale.ROOT))
                || access.hosts().contains(host);
    }

    private static boolean isOwnOrigin(HttpFields fields, String scheme) {
        String origin = fields.get(HttpHeader.ORIGIN);
        return origin == null || origin.equalsIgnoreCase(scheme + fields.get(HttpHeader.HOST));
    }

    private boolean hasToken(HttpFields fields) {
        String token = access.token();
        if (token == null) {
            return true;
        }
        String sent = String.valueOf(fields.get(HttpHeader.AUTHORIZATION));
        return MessageDigest.isEqual(
                ("Bearer " + token).getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    /** Pages can send forms, plain text and what does not say what it is to anywhere without being asked, but no JSON. */
    private static boolean isJson(Request request) {
        if (READING.contains(request.getMethod()) || isFile(request)) {
            return true;
        }
        HttpFields fields = request.getHeaders();
        String type = fields.get(HttpHeader.CONTENT_TYPE);
        return type == null
                ? !fields.contains(HttpHeader.TRANSFER_ENCODING) && request.getLength() <= 0
                : type.split(";", 2)[0].trim().equalsIgnoreCase("application/json");
    }

    private static boolean isFile(Request request) {
        return request.getMethod().equals("PUT")
                && request.getHttpURI().getPath().startsWith(FILES);
    }

    private Response off() {
        String why = access.administered()
                ? "Since it listens on " + bound + ", which others may reach, it is administered with a token only, and"
                        + " was started without one."
                : "It was started without administration.";
        return ProblemBody.of("not-administered", "The mock cannot be administered", why)
                .response(access.administered() ? 403 : 404);
    }

    private static Response forbidden(String why) {
        return ProblemBody.of("administration-forbidden", "The administration is not open to this client", why)
                .response(403);
    }

    private static Response unauthorized() {
        return ProblemBody.of(
                        "administration-token",
                        "The administration needs its token",
                        "Send the token that the mock was started with as 'Authorization: Bearer TOKEN'.")
                .response(401)
                .withHeader("WWW-Authenticate", "Bearer realm=\"administration\"");
    }

    private static Response noJson() {
        return ProblemBody.of(
                        "administration-media-type",
                        "The administration takes JSON only",
                        "Send what changes something as 'Content-Type: application/json'.")
                .response(415);
    }
}
