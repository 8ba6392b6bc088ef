package plumbline.conformance;

import static plumbline.conformance.server.UsersServer.ADA;
import static plumbline.conformance.server.UsersServer.BOB;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.Reply.Framing;
import plumbline.conformance.server.UsersServer;

/** Servers for the users contract that are wrong in one way each, and the check that is meant to see it. */
final class FaultyServers {
    private static final Handler RIGHT = new UsersServer();

    private FaultyServers() {}

    static List<Faulty> all() {
        return Stream.of(bodies(), syntax(), heads(), statuses(), versions(), credentials(), protocol(), connections())
                .flatMap(group -> group)
                .toList();
    }

    private static Stream<Faulty> bodies() {
        return Stream.of(
                Faulty.body(
                        "a required property is missing", "schema", text -> text.replace(",\"state\":\"active\"", "")),
                Faulty.body("an array is missing", "schema", text -> text.replaceFirst(",\"roles\":.*", "}")),
                Faulty.body("a number for a text", "schema", text -> text.replace("\"active\"", "7")),
                Faulty.body("null for a text", "schema", text -> text.replace("\"active\"", "null")),
                Faulty.body(
                        "a text for an array", "schema", text -> text.replaceFirst("\\[\"acc-one.*?]", "\"acc-one\"")),
                Faulty.body("a number in an array of texts", "schema", text -> text.replace("\"acc-two\"", "2")),
                Faulty.body(
                        "an object for an array",
                        "schema",
                        text -> text.replace("[\"read\",\"update\"]", "{\"read\":true}")),
                Faulty.body("a number as an action", "schema", text -> text.replace("\"update\"]", "1]")),
                Faulty.body(
                        "a text for a role",
                        "schema",
                        text -> text.replaceFirst("\"roles\":.*", "\"roles\":[\"admin\"]}")),
                Faulty.body("a resource of the wrong type", "schema", text -> text.replace("\"org.customer\"", "[]")),
                Faulty.body(
                        "a role name of the wrong type", "schema", text -> text.replace("\"financeUser\"", "false")),
                Faulty.body("an array around the object", "schema", text -> "[" + text + "]"),
                Faulty.body("a text around the object", "schema", text -> "\"user\""),
                Faulty.body("null", "schema", text -> "null"),
                Faulty.body("an empty object", "schema", text -> "{}"),
                Faulty.body("an empty body", "schema", text -> ""),
                Faulty.body("another item", "path-value-returned", text -> text.replace(ADA, BOB)),
                Faulty.body("the id in capitals", "path-value-returned", text -> text.replace(ADA, "7D6C1A30")));
    }

    private static Stream<Faulty> syntax() {
        return Stream.of(
                Faulty.body("a name twice", "strict-json", text -> text.replace("{\"id\"", "{\"id\":\"x\",\"id\"")),
                Faulty.body("something behind the value", "strict-json", text -> text + "}"),
                Faulty.body("a second value", "strict-json", text -> text + text),
                Faulty.body("a trailing comma", "strict-json", text -> text.replaceFirst("}$", ",}")),
                Faulty.body("single quotes", "strict-json", text -> text.replace('"', '\'')),
                Faulty.body("NaN", "strict-json", text -> text.replace("\"active\"", "NaN")),
                Faulty.body("a byte order mark", "strict-json", text -> "\uFEFF" + text),
                Faulty.body("half of the object", "strict-json", text -> text.substring(0, text.length() / 2)),
                Faulty.reply(
                        "ISO 8859-1",
                        "strict-json",
                        reply -> reply.withBytes(reply.body().text().getBytes(StandardCharsets.ISO_8859_1))),
                Faulty.body("HTML that says it is JSON", "strict-json", text -> "<html><body>Welcome</body></html>"));
    }

    private static Stream<Faulty> heads() {
        return Stream.of(
                Faulty.reply("plain text", "media-type-documented", reply -> reply.with("Content-Type", "text/plain")),
                Faulty.reply(
                        "another JSON type", "media-type-documented", reply -> reply.with("Content-Type", "text/json")),
                Faulty.reply("no Content-Type", "media-type-documented", reply -> reply.without("Content-Type")),
                Faulty.reply(
                        "half a Content-Type", "media-type-documented", reply -> reply.with("Content-Type", "json")),
                Faulty.reply("gzip in name only", "content-decodable", reply -> reply.with("Content-Encoding", "gzip")),
                Faulty.reply(
                        "an unknown coding",
                        "content-decodable",
                        reply -> reply.with("Content-Encoding", "pied-piper")));
    }

    private static Stream<Faulty> statuses() {
        return Stream.of(
                Faulty.reply("a server error", "no-server-error", reply -> Reply.of(500)),
                Faulty.reply("unavailable", "no-server-error", reply -> Reply.of(503)),
                Faulty.reply("an undocumented status", "status-documented", reply -> reply.withStatus(418)),
                Faulty.reply("201 for a GET", "status-documented", reply -> reply.withStatus(201)),
                Faulty.reply("an undocumented success", "status-documented", reply -> reply.withStatus(206)),
                Faulty.reply("204 for a resource", "status-documented", reply -> Reply.of(204)),
                Faulty.reply(
                        "a redirect", "expected-status", reply -> Reply.of(302).with("Location", "/elsewhere")),
                Faulty.reply("not found, though it is there", "expected-status", reply -> Reply.json(404, "{}")),
                Faulty.answer(
                        "found, though it is not there",
                        "expected-status",
                        request -> request.path().endsWith("/nobody"),
                        request -> RIGHT.answer(request.withPath("/api/users/" + ADA))),
                Faulty.answer(
                        "any id is somebody",
                        "unknown-item-not-found",
                        request -> RIGHT.answer(UsersServer.authorized(request)).status() == 404
                                && !request.path().endsWith("/nobody"),
                        request -> RIGHT.answer(request.withPath("/api/users/" + BOB))),
                Faulty.answer(
                        "an undocumented version is taken",
                        "undocumented-value-refused",
                        request -> request.headers().contains("Sequence-Version"),
                        request -> RIGHT.answer(request.withHeader("Sequence-Version", "2024-07-30"))),
                Faulty.answer(
                        "the documented version is refused",
                        "expected-status",
                        request -> request.headers().contains("Sequence-Version"),
                        request -> Reply.of(422)),
                Faulty.answer(
                        "an undocumented version breaks the server",
                        "no-server-error",
                        request -> request.headers().contains("Sequence-Version"),
                        request -> Reply.of(500)));
    }

    private static Stream<Faulty> versions() {
        return Stream.of(
                version("a version with something behind it is taken", version -> version.startsWith("2024-07-30")),
                version("half a version is taken", version -> !version.isEmpty() && "2024-07-30".startsWith(version)),
                version("any date is a version", version -> version.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")),
                version("an empty version is taken", String::isEmpty));
    }

    private static Faulty version(String name, Predicate<String> isTaken) {
        return Faulty.answer(
                name,
                "invalid-input-refused",
                request -> request.headers()
                        .first("Sequence-Version")
                        .filter(isTaken)
                        .isPresent(),
                request -> RIGHT.answer(request.withHeader("Sequence-Version", "2024-07-30")));
    }

    private static Stream<Faulty> credentials() {
        return Stream.of(
                Faulty.lenient("no credentials are needed", request -> true),
                Faulty.lenient("missing credentials are taken", request -> !Faulty.hasCredentials(request, "")),
                Faulty.lenient("any scheme is taken", request -> Faulty.hasCredentials(request, "Bearer ")),
                Faulty.lenient(
                        "malformed credentials are taken", request -> Faulty.hasCredentials(request, "Basic ***")),
                Faulty.lenient(
                        "credentials without colon are taken",
                        request -> Faulty.hasCredentials(request, "Basic cGx1bWJsaW5l")),
                Faulty.lenient(
                        "a bare scheme is taken",
                        request -> request.headers()
                                .first("Authorization")
                                .filter("Basic"::equals)
                                .isPresent()),
                Faulty.lenient(
                        "any user is taken", request -> Faulty.hasCredentials(request, "Basic cGx1bWJsaW5lLW5vYm9keT")),
                Faulty.refusal(
                        "401 without a challenge", "challenge", (reply, user) -> reply.without("WWW-Authenticate")),
                Faulty.refusal(
                        "401 with an empty challenge",
                        "challenge",
                        (reply, user) -> reply.with("WWW-Authenticate", "")),
                Faulty.refusal("404 for bad credentials", "credentials-required", (reply, user) -> Reply.of(404)),
                Faulty.refusal("400 for bad credentials", "credentials-required", (reply, user) -> Reply.of(400)),
                Faulty.refusal("an undocumented 403", "credentials-required", (reply, user) -> Reply.of(403)),
                Faulty.refusal(
                        "a redirect to a login page",
                        "credentials-required",
                        (reply, user) -> Reply.of(302).with("Location", "/login")),
                Faulty.refusal(
                        "the refusal holds the user",
                        "refusal-does-not-leak",
                        (reply, user) ->
                                reply.with("Content-Type", "application/json").withBody(user)),
                Faulty.refusal(
                        "the refusal holds parts of the user",
                        "refusal-does-not-leak",
                        (reply, user) -> reply.with("Content-Type", "text/plain")
                                .withBody("Not for you: " + user.substring(20))),
                Faulty.refusal("bad credentials break the server", "no-server-error", (reply, user) -> Reply.of(500)));
    }

    private static Stream<Faulty> protocol() {
        AtomicInteger count = new AtomicInteger();
        return Stream.of(
                Faulty.reply(
                        "another body each time",
                        "repeatable-get",
                        reply -> reply.change(text -> text.replace("active", "active" + count.incrementAndGet()))),
                Faulty.method("HEAD", "HEAD is not found", "head-agrees-with-get", reply -> Reply.of(404)),
                Faulty.method("HEAD", "HEAD has no content", "head-agrees-with-get", reply -> Reply.of(204)),
                Faulty.method(
                        "HEAD",
                        "HEAD of another type",
                        "head-agrees-with-get",
                        reply -> reply.with("Content-Type", "text/html")),
                Faulty.method(
                        "HEAD",
                        "HEAD of another length",
                        "head-agrees-with-get",
                        reply -> reply.with("Content-Length", "0")),
                Faulty.method("HEAD", "HEAD breaks the server", "no-server-error", reply -> Reply.of(500)),
                Faulty.method("POST", "POST is taken", "undocumented-method-refused", reply -> Reply.json(200, "{}")),
                Faulty.method("PUT", "PUT creates", "undocumented-method-refused", reply -> Reply.of(201)),
                Faulty.method("PATCH", "PATCH is accepted", "undocumented-method-refused", reply -> Reply.of(202)),
                Faulty.method("DELETE", "DELETE is taken", "undocumented-method-refused", reply -> Reply.of(204)),
                Faulty.method(
                        "DELETE",
                        "405 that allows it",
                        "undocumented-method-refused",
                        reply -> Reply.of(405).with("Allow", "GET, DELETE")),
                Faulty.method("POST", "POST breaks the server", "no-server-error", reply -> Reply.of(500)),
                Faulty.answer(
                        "HTML for whoever asks",
                        "media-type-negotiated",
                        request -> request.headers().first("Accept").orElse("").contains("vnd.plumbline"),
                        request -> RIGHT.answer(request.withHeader("Accept", "*/*"))
                                .with("Content-Type", "text/html")),
                Faulty.answer(
                        "the documented media type is refused",
                        "media-type-negotiated",
                        request -> "application/json"
                                .equals(request.headers().first("Accept").orElse("")),
                        request -> Reply.of(406)),
                Faulty.answer(
                        "a range of media types is not understood",
                        "media-type-negotiated",
                        request -> "application/*"
                                .equals(request.headers().first("Accept").orElse("")),
                        request -> Reply.of(406)),
                Faulty.answer(
                        "an unknown Accept breaks the server",
                        "no-server-error",
                        request -> request.headers().first("Accept").orElse("").contains("vnd.plumbline"),
                        request -> Reply.of(500)));
    }

    private static Stream<Faulty> connections() {
        return Stream.of(
                Faulty.reply("no answer", "connection", reply -> reply.framed(Framing.CUT)),
                Faulty.forBob(
                        "an answer that never comes",
                        reply -> reply.withStatusLine("").framed(Framing.NEVER)),
                Faulty.forBob("a body that never ends", reply -> reply.framed(Framing.NEVER)),
                Faulty.reply("not HTTP", "connection", reply -> reply.withStatusLine("SSH-2.0-OpenSSH_9.2 200")),
                Faulty.reply(
                        "a body shorter than its Content-Length",
                        "content-length",
                        reply -> reply.with(
                                "Content-Length", Integer.toString(reply.body().length() + 10))),
                Faulty.reply(
                        "a body longer than its Content-Length",
                        "content-length",
                        reply -> reply.with(
                                "Content-Length", Integer.toString(reply.body().length() - 10))),
                Faulty.reply(
                        "broken chunks",
                        "connection",
                        reply -> reply.with("Transfer-Encoding", "chunked")
                                .withBody("5\r\n{\"id\"")
                                .framed(Framing.CLOSE)),
                Faulty.reply(
                        "chunks without the last one",
                        "connection",
                        reply -> reply.with("Transfer-Encoding", "chunked")
                                .withBody("2\r\n{}\r\n")
                                .framed(Framing.CLOSE)),
                Faulty.reply(
                        "no chunks, though it says so",
                        "connection",
                        reply -> reply.with("Transfer-Encoding", "chunked").framed(Framing.CLOSE)),
                Faulty.reply(
                        "octets behind the last chunk",
                        "content-length",
                        reply -> reply.with("Transfer-Encoding", "chunked")
                                .withBody("2\r\n{}\r\n0\r\n\r\n{}")
                                .framed(Framing.CLOSE)));
    }
}
