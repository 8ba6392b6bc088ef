package plumbline.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.Reply.Framing;
import plumbline.conformance.server.UsersServer;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;

/** Servers for the users contract that do something in an unusual way, but nothing wrong. */
final class HarmlessServers {
    private static final Handler RIGHT = new UsersServer();

    private HarmlessServers() {}

    /** A right server. */
    record Harmless(String name, Handler server) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Harmless> all() {
        return List.of(
                found("nothing unusual", reply -> reply),
                found(
                        "properties in another order",
                        reply -> reply.change(
                                text -> text.replaceFirst("^\\{(\"id\":\"[^\"]*\"),(\"email\":\"[^\"]*\")", "{$2,$1"))),
                found(
                        "a further property",
                        reply -> reply.change(text -> text.replaceFirst("\\{", "{\"locale\":null,"))),
                found(
                        "a further property in depth",
                        reply -> reply.change(text -> text.replace("{\"resource\"", "{\"since\":1,\"resource\""))),
                found("white space", reply -> reply.change(text -> " \r\n\t" + text.replace(",", " ,\n ") + "\n")),
                found("escapes for characters", reply -> reply.change(text -> text.replace("@", "\\u0040"))),
                found("a charset parameter", reply -> reply.with("Content-Type", "application/json; charset=utf-8")),
                found(
                        "capitals in the media type",
                        reply -> reply.with("Content-Type", "Application/JSON;Charset=\"UTF-8\"")),
                always("capitals in header names", reply -> renamed(reply, true)),
                always("small letters in header names", reply -> renamed(reply, false)),
                always(
                        "further headers",
                        reply -> reply.with("X-Request-Id", "1")
                                .with("Strict-TransportFindings-Security", "max-age=1")
                                .with("Set-Cookie", "a=b; Path=/; HttpOnly")),
                found(
                        "an entity tag",
                        reply -> reply.with("ETag", "\"abc\"")
                                .with("Cache-Control", "private, max-age=0")
                                .with("Vary", "Accept")),
                found("chunks", reply -> reply.framed(Framing.CHUNKED)),
                always("bodies ended by the connection", reply -> reply.framed(Framing.CLOSE)),
                always(
                        "HTTP/1.0",
                        reply -> reply.withStatusLine(reply.statusLine().replace("HTTP/1.1", "HTTP/1.0"))),
                always("no reason phrase", reply -> reply.withStatusLine("HTTP/1.1 " + reply.status() + " ")),
                always(
                        "a long reason phrase",
                        reply -> reply.withStatusLine("HTTP/1.1 " + reply.status() + " Whatever You May Want")),
                found(
                        "gzip",
                        reply -> reply.with("Content-Encoding", "gzip")
                                .withBytes(gzip(reply.body().bytes()))),
                found(
                        "deflate",
                        reply -> reply.with("Content-Encoding", "deflate")
                                .withBytes(deflate(reply.body().bytes()))),
                found("an identity coding", reply -> reply.with("Content-Encoding", "identity")),
                when(
                        401,
                        "a problem as the body of a refusal",
                        reply -> reply.with("Content-Type", "application/problem+json")
                                .withBody("{\"title\":\"Unauthorized\",\"status\":401}")),
                when(
                        401,
                        "a page as the body of a refusal",
                        reply -> reply.with("Content-Type", "text/html").withBody("<h1>401</h1>")),
                when(
                        401,
                        "two challenges",
                        reply -> reply.with("WWW-Authenticate", "Basic realm=\"a\", Bearer realm=\"b\"")),
                when(404, "not found without a body", reply -> Reply.of(404)),
                when(405, "404 for an unknown method", reply -> Reply.of(404)),
                when(405, "501 for an unknown method", reply -> Reply.of(501)),
                new Harmless(
                        "HEAD is refused",
                        request -> "HEAD".equals(request.method())
                                ? Reply.of(405).with("Allow", "GET")
                                : RIGHT.answer(request)),
                new Harmless(
                        "credentials come before methods",
                        request -> UsersServer.isAuthorized(request)
                                ? RIGHT.answer(request)
                                : Reply.of(401).with("WWW-Authenticate", "Basic realm=\"users\"")),
                new Harmless("Accept is not looked at", request -> RIGHT.answer(request.withHeader("Accept", "*/*"))));
    }

    private static Harmless found(String name, UnaryOperator<Reply> change) {
        return when(200, name, change);
    }

    private static Harmless when(int status, String name, UnaryOperator<Reply> change) {
        return new Harmless(name, request -> {
            Reply reply = RIGHT.answer(request);
            return reply.status() == status ? change.apply(reply) : reply;
        });
    }

    private static Harmless always(String name, UnaryOperator<Reply> change) {
        return new Harmless(name, request -> change.apply(RIGHT.answer(request)));
    }

    private static Reply renamed(Reply reply, boolean capitals) {
        List<Header> fields = reply.headers().fields().stream()
                .map(field -> new Header(
                        capitals
                                ? field.name().toUpperCase(java.util.Locale.ROOT)
                                : field.name().toLowerCase(java.util.Locale.ROOT),
                        field.value()))
                .toList();
        return new Reply(reply.statusLine(), new Headers(fields), reply.body(), reply.framing());
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
