package plumbline.conformance;

import static plumbline.conformance.server.UsersServer.ADA;
import static plumbline.conformance.server.UsersServer.BOB;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.Reply.Framing;
import plumbline.conformance.server.UsersServer;
import plumbline.contract.http.Request;

/** Servers for the users contract that are wrong in one way each, and the check that is meant to see it. */
final class FaultyServers {
    private static final Handler RIGHT = new UsersServer();

    private FaultyServers() {}

    /**
     * A wrong server.
     *
     * @param name what is wrong
     * @param check the check that is meant to see it
     * @param server the server
     */
    record Faulty(String name, String check, Handler server) {
        @Override
        public String toString() {
            return name + " -> " + check;
        }
    }

    static List<Faulty> all() {
        return Stream.of(bodies(), syntax(), heads(), statuses(), credentials(), protocol(), connections())
                .flatMap(group -> group)
                .toList();
    }

    private static Stream<Faulty> bodies() {
        return Stream.of(
                body("a required property is missing", "schema", text -> text.replace(",\"state\":\"active\"", "")),
                body("an array is missing", "schema", text -> text.replaceFirst(",\"roles\":.*", "}")),
                body("a number for a text", "schema", text -> text.replace("\"active\"", "7")),
                body("null for a text", "schema", text -> text.replace("\"active\"", "null")),
                body("a text for an array", "schema", text -> text.replaceFirst("\\[\"acc-one.*?]", "\"acc-one\"")),
                body("a number in an array of texts", "schema", text -> text.replace("\"acc-two\"", "2")),
                body(
                        "an object for an array",
                        "schema",
                        text -> text.replace("[\"read\",\"update\"]", "{\"read\":true}")),
                body("a number as an action", "schema", text -> text.replace("\"update\"]", "1]")),
                body(
                        "a text for a role",
                        "schema",
                        text -> text.replaceFirst("\"roles\":.*", "\"roles\":[\"admin\"]}")),
                body("a resource of the wrong type", "schema", text -> text.replace("\"org.customer\"", "[]")),
                body("a role name of the wrong type", "schema", text -> text.replace("\"financeUser\"", "false")),
                body("an array around the object", "schema", text -> "[" + text + "]"),
                body("a text around the object", "schema", text -> "\"user\""),
                body("null", "schema", text -> "null"),
                body("an empty object", "schema", text -> "{}"),
                body("an empty body", "schema", text -> ""),
                body("another item", "path-value-returned", text -> text.replace(ADA, BOB)),
                body("the id in capitals", "path-value-returned", text -> text.replace(ADA, "7D6C1A30")));
    }

    private static Stream<Faulty> syntax() {
        return Stream.of(
                body("a name twice", "strict-json", text -> text.replace("{\"id\"", "{\"id\":\"x\",\"id\"")),
                body("something behind the value", "strict-json", text -> text + "}"),
                body("a second value", "strict-json", text -> text + text),
                body("a trailing comma", "strict-json", text -> text.replaceFirst("}$", ",}")),
                body("single quotes", "strict-json", text -> text.replace('"', '\'')),
                body("NaN", "strict-json", text -> text.replace("\"active\"", "NaN")),
                body("a byte order mark", "strict-json", text -> "\uFEFF" + text),
                body("half of the object", "strict-json", text -> text.substring(0, text.length() / 2)),
                reply(
                        "ISO 8859-1",
                        "strict-json",
                        reply -> reply.withBytes(reply.body().text().getBytes(StandardCharsets.ISO_8859_1))),
                body("HTML that says it is JSON", "strict-json", text -> "<html><body>Welcome</body></html>"));
    }

    private static Stream<Faulty> heads() {
        return Stream.of(
                reply("plain text", "media-type-documented", reply -> reply.with("Content-Type", "text/plain")),
                reply("another JSON type", "media-type-documented", reply -> reply.with("Content-Type", "text/json")),
                reply("no Content-Type", "media-type-documented", reply -> reply.without("Content-Type")),
                reply("half a Content-Type", "media-type-documented", reply -> reply.with("Content-Type", "json")),
                reply("gzip in name only", "content-decodable", reply -> reply.with("Content-Encoding", "gzip")),
                reply("an unknown coding", "content-decodable", reply -> reply.with("Content-Encoding", "pied-piper")));
    }

    private static Stream<Faulty> statuses() {
        return Stream.of(
                reply("a server error", "no-server-error", reply -> Reply.of(500)),
                reply("unavailable", "no-server-error", reply -> Reply.of(503)),
                reply("an undocumented status", "status-documented", reply -> reply.withStatus(418)),
                reply("201 for a GET", "status-documented", reply -> reply.withStatus(201)),
                reply("an undocumented success", "status-documented", reply -> reply.withStatus(206)),
                reply("204 for a resource", "status-documented", reply -> Reply.of(204)),
                reply("a redirect", "expected-status", reply -> Reply.of(302).with("Location", "/login")),
                reply("not found, though it is there", "expected-status", reply -> Reply.json(404, "{}")),
                answer(
                        "found, though it is not there",
                        "expected-status",
                        request -> request.path().endsWith("/nobody"),
                        request -> RIGHT.answer(request.withPath("/api/users/" + ADA))),
                answer(
                        "any id is somebody",
                        "unknown-item-not-found",
                        request -> RIGHT.answer(UsersServer.authorized(request)).status() == 404
                                && !request.path().endsWith("/nobody"),
                        request -> RIGHT.answer(request.withPath("/api/users/" + BOB))),
                answer(
                        "an undocumented version is taken",
                        "undocumented-value-refused",
                        request -> request.headers().contains("Sequence-Version"),
                        request -> RIGHT.answer(request.withHeader("Sequence-Version", "2024-07-30"))),
                answer(
                        "the documented version is refused",
                        "expected-status",
                        request -> request.headers().contains("Sequence-Version"),
                        request -> Reply.of(422)),
                answer(
                        "an undocumented version breaks the server",
                        "no-server-error",
                        request -> request.headers().contains("Sequence-Version"),
                        request -> Reply.of(500)));
    }

    private static Stream<Faulty> credentials() {
        return Stream.of(
                lenient("no credentials are needed", request -> true),
                lenient("missing credentials are taken", request -> !hasCredentials(request, "")),
                lenient("any scheme is taken", request -> hasCredentials(request, "Bearer ")),
                lenient("malformed credentials are taken", request -> hasCredentials(request, "Basic ***")),
                lenient(
                        "credentials without colon are taken",
                        request -> hasCredentials(request, "Basic cGx1bWJsaW5l")),
                lenient(
                        "a bare scheme is taken",
                        request -> request.headers()
                                .first("Authorization")
                                .filter("Basic"::equals)
                                .isPresent()),
                lenient("any user is taken", request -> hasCredentials(request, "Basic cGx1bWJsaW5lLW5vYm9keT")),
                refusal("401 without a challenge", "challenge", (reply, user) -> reply.without("WWW-Authenticate")),
                refusal(
                        "401 with an empty challenge",
                        "challenge",
                        (reply, user) -> reply.with("WWW-Authenticate", "")),
                refusal("404 for bad credentials", "credentials-required", (reply, user) -> Reply.of(404)),
                refusal("400 for bad credentials", "credentials-required", (reply, user) -> Reply.of(400)),
                refusal("an undocumented 403", "credentials-required", (reply, user) -> Reply.of(403)),
                refusal(
                        "a redirect to a login page",
                        "credentials-required",
                        (reply, user) -> Reply.of(302).with("Location", "/login")),
                refusal(
                        "the refusal holds the user",
                        "refusal-does-not-leak",
                        (reply, user) ->
                                reply.with("Content-Type", "application/json").withBody(user)),
                refusal(
                        "the refusal holds parts of the user",
                        "refusal-does-not-leak",
                        (reply, user) -> reply.with("Content-Type", "text/plain")
                                .withBody("Not for you: " + user.substring(20))),
                refusal("bad credentials break the server", "no-server-error", (reply, user) -> Reply.of(500)));
    }

    private static Stream<Faulty> protocol() {
        AtomicInteger count = new AtomicInteger();
        return Stream.of(
                reply(
                        "another body each time",
                        "repeatable-get",
                        reply -> reply.change(text -> text.replace("active", "active" + count.incrementAndGet()))),
                method("HEAD", "HEAD is not found", "head-agrees-with-get", reply -> Reply.of(404)),
                method("HEAD", "HEAD has no content", "head-agrees-with-get", reply -> Reply.of(204)),
                method(
                        "HEAD",
                        "HEAD of another type",
                        "head-agrees-with-get",
                        reply -> reply.with("Content-Type", "text/html")),
                method(
                        "HEAD",
                        "HEAD of another length",
                        "head-agrees-with-get",
                        reply -> reply.with("Content-Length", "0")),
                method("HEAD", "HEAD breaks the server", "no-server-error", reply -> Reply.of(500)),
                method("POST", "POST is taken", "undocumented-method-refused", reply -> Reply.json(200, "{}")),
                method("PUT", "PUT creates", "undocumented-method-refused", reply -> Reply.of(201)),
                method("PATCH", "PATCH is accepted", "undocumented-method-refused", reply -> Reply.of(202)),
                method("DELETE", "DELETE is taken", "undocumented-method-refused", reply -> Reply.of(204)),
                method("DELETE", "405 without Allow", "undocumented-method-refused", reply -> Reply.of(405)),
                method(
                        "DELETE",
                        "405 that allows it",
                        "undocumented-method-refused",
                        reply -> Reply.of(405).with("Allow", "GET, DELETE")),
                method("POST", "POST breaks the server", "no-server-error", reply -> Reply.of(500)),
                answer(
                        "HTML for whoever asks",
                        "media-type-negotiated",
                        request -> request.headers().first("Accept").orElse("").contains("vnd.plumbline"),
                        request -> RIGHT.answer(request.withHeader("Accept", "*/*"))
                                .with("Content-Type", "text/html")),
                answer(
                        "an unknown Accept breaks the server",
                        "no-server-error",
                        request -> request.headers().first("Accept").orElse("").contains("vnd.plumbline"),
                        request -> Reply.of(500)));
    }

    private static Stream<Faulty> connections() {
        return Stream.of(
                reply("no answer", "connection", reply -> reply.framed(Framing.CUT)),
                forBob(
                        "an answer that never comes",
                        reply -> reply.withStatusLine("").framed(Framing.NEVER)),
                forBob("a body that never ends", reply -> reply.framed(Framing.NEVER)),
                reply("not HTTP", "connection", reply -> reply.withStatusLine("SSH-2.0-OpenSSH_9.2 200")),
                reply(
                        "a body shorter than its Content-Length",
                        "content-length",
                        reply -> reply.with(
                                "Content-Length", Integer.toString(reply.body().length() + 10))),
                reply(
                        "a body longer than its Content-Length",
                        "strict-json",
                        reply -> reply.with(
                                "Content-Length", Integer.toString(reply.body().length() - 10))),
                reply(
                        "broken chunks",
                        "content-length",
                        reply -> reply.with("Transfer-Encoding", "chunked")
                                .withBody("5\r\n{\"id\"")
                                .framed(Framing.CLOSE)));
    }

    private static Faulty body(String name, String check, UnaryOperator<String> change) {
        return reply(name, check, reply -> reply.change(change));
    }

    /** Only about Bob, so that the test does not wait for each of its cases. */
    private static Faulty forBob(String name, UnaryOperator<Reply> change) {
        return new Faulty(name, "connection", request -> {
            Reply right = RIGHT.answer(request);
            return right.status() == 200 && request.path().endsWith(BOB) ? change.apply(right) : right;
        });
    }

    /** Wrong about Ada and Bob, except where only one of them has what it takes. */
    private static Faulty reply(String name, String check, UnaryOperator<Reply> change) {
        return new Faulty(name, check, request -> {
            Reply right = RIGHT.answer(request);
            return right.status() == 200 ? change.apply(right) : right;
        });
    }

    private static Faulty method(String method, String name, String check, UnaryOperator<Reply> change) {
        return new Faulty(name, check, request -> {
            Reply right = RIGHT.answer(request);
            return request.method().equals(method) ? change.apply(right) : right;
        });
    }

    private static Faulty answer(String name, String check, Predicate<Request> when, Handler wrong) {
        return new Faulty(
                name,
                check,
                request -> when.test(request) && UsersServer.isAuthorized(request) && "GET".equals(request.method())
                        ? wrong.answer(request)
                        : RIGHT.answer(request));
    }

    private static Faulty lenient(String name, Predicate<Request> when) {
        return new Faulty(
                name,
                "credentials-required",
                request -> RIGHT.answer(when.test(request) ? UsersServer.authorized(request) : request));
    }

    private interface Refusal {
        Reply of(Reply right, String user);
    }

    private static Faulty refusal(String name, String check, Refusal wrong) {
        return new Faulty(name, check, request -> {
            Reply right = RIGHT.answer(request);
            String user = RIGHT.answer(UsersServer.authorized(request)).body().text();
            return right.status() == 401 ? wrong.of(right, user) : right;
        });
    }

    private static boolean hasCredentials(Request request, String prefix) {
        return request.headers()
                .first("Authorization")
                .filter(value -> value.startsWith(prefix))
                .isPresent();
    }
}
