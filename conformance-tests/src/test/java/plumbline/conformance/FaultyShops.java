package plumbline.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;
import plumbline.contract.http.Request;

/** Servers for the shop contract that are wrong in one way each, and the check that is meant to see it. */
final class FaultyShops {
    private FaultyShops() {}

    static List<FaultyShop> all() {
        return Stream.of(articles(), pages(), lives(), conditions(), errors(), refusals())
                .flatMap(group -> group)
                .toList();
    }

    /** A wrong server, made anew for each test since it keeps what it is told. */
    record FaultyShop(String name, String check, Supplier<Handler> server) {
        @Override
        public String toString() {
            return name + " -> " + check;
        }
    }

    private static Stream<FaultyShop> articles() {
        return Stream.of(
                body("a price of nothing", "schema", text -> text.replace("\"price\":12.5", "\"price\":0")),
                body("a price above the maximum", "schema", text -> text.replace("12.5", "10000.01")),
                body("a price of half a cent", "schema", text -> text.replace("12.5", "12.505")),
                body("no tags", "schema", text -> text.replace("[\"novel\",\"short\"]", "[]")),
                body("the same tag twice", "schema", text -> text.replace("\"short\"]", "\"novel\"]")),
                body(
                        "too many tags",
                        "schema",
                        text -> text.replace("\"short\"]", "\"aa\",\"bb\",\"cc\",\"dd\",\"ee\"]")),
                body("a tag in capitals", "schema", text -> text.replace("\"short\"", "\"Short\"")),
                body("an empty title", "schema", text -> text.replaceAll("\"Book [0-9]\"", "\"\"")),
                body("a long title", "schema", text -> text.replaceAll("\"Book [0-9]\"", "\"" + "x".repeat(81) + "\"")),
                body("an unknown kind", "schema", text -> text.replace("\"book\"", "\"game\"")),
                body("another kind than the fields", "schema", text -> text.replace("\"book\"", "\"film\"")),
                body("no kind", "schema", text -> text.replace("\"kind\":\"book\",", "")),
                body("a short ISBN", "schema", text -> text.replaceAll("978000000000([0-9])", "97800000$1")),
                body("a film of no minutes", "schema", text -> text.replace("\"minutes\":90", "\"minutes\":0")),
                body("minutes and a half", "schema", text -> text.replace("\"minutes\":90", "\"minutes\":90.5")),
                body(
                        "a supplier that should not be seen",
                        "schema",
                        text -> text.replace("{\"kind\"", "{\"supplier\":\"a@b.example\",\"kind\"")),
                body("no stock anywhere", "schema", text -> text.replace("{\"north\":3}", "{}")),
                body("a negative stock", "schema", text -> text.replace("{\"north\":3}", "{\"north\":-3}")),
                body("a time without a zone", "schema", text -> text.replace("12:00:00Z", "12:00:00")),
                body("an id that is no UUID", "schema", text -> text.replace("7d6c1a30-", "7d6c-")),
                body("no version", "schema", text -> text.replaceAll(",\"version\":[0-9]+", "")),
                item(
                        "the next article",
                        "list-agrees-with-item",
                        reply -> reply.change(text -> text.replaceAll("\"title\":\"", "\"title\":\"Not "))),
                reply("no ETag", "headers-documented", path -> true, 200, reply -> reply.without("ETag")),
                item("an ETag without quotes", "headers-documented", reply -> reply.with("ETag", "1")),
                list("no total", "headers-documented", reply -> reply.without("X-Total-Count")),
                list("a total in words", "headers-documented", reply -> reply.with("X-Total-Count", "ten")),
                list(
                        "a bare array",
                        "schema",
                        reply -> reply.change(
                                text -> text.replaceFirst("^\\{\"items\":", "").replaceFirst(",\"next\":[^]]*}$", ""))),
                list(
                        "a further member of the page",
                        "schema",
                        reply -> reply.change(text -> text.replaceFirst("\\{\"items\"", "{\"total\":10,\"items\""))));
    }

    private static Stream<FaultyShop> pages() {
        return Stream.of(
                request(
                        "the limit is not looked at",
                        "pages",
                        request -> request.withQuery(request.query().replaceAll("limit=[0-9]+", "limit=20"))),
                request(
                        "the cursor is not looked at",
                        "pages",
                        request -> request.withQuery(request.query().replaceAll("cursor=[0-9]+", "cursor=0"))),
                list(
                        "the last page has a next one",
                        "pages",
                        reply -> reply.change(text -> text.replace("\"next\":null", "\"next\":\"8\""))),
                request(
                        "pages overlap",
                        "pages",
                        request -> request.withQuery(request.query().replace("cursor=2", "cursor=1"))),
                item("what is listed cannot be read", "list-agrees-with-item", reply -> problem(404)));
    }

    private static Stream<FaultyShop> lives() {
        return Stream.of(
                when(
                        "POST",
                        "a title is cut when created",
                        "created-is-read",
                        request -> request.withBody(plumbline.contract.http.Body.of(
                                request.body().text().replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"T\"")))),
                when(
                        "PUT",
                        "PUT forgets the title",
                        "put-takes-effect",
                        request -> request.withBody(plumbline.contract.http.Body.of(
                                request.body().text().replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"T\"")))),
                new FaultyShop("PUT does nothing", "put-takes-effect", () -> without("PUT")),
                new FaultyShop("PATCH does nothing", "patch-changes-only-what-it-says", () -> without("PATCH")),
                new FaultyShop("PATCH changes the price, too", "patch-changes-only-what-it-says", () -> {
                    ShopServer shop = new ShopServer();
                    Set<String> patched = ConcurrentHashMap.newKeySet();
                    return request -> {
                        Reply reply = shop.answer(request);
                        if ("PATCH".equals(request.method()) && reply.status() == 200) {
                            patched.add(request.path());
                        }
                        return patched.contains(request.path())
                                ? reply.change(text -> text.replaceAll("\"price\":[0-9.]+", "\"price\":77"))
                                : reply;
                    };
                }),
                new FaultyShop("DELETE does nothing", "deleted-is-gone", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> "DELETE".equals(request.method()) && isAuthorized(request)
                            ? Reply.of(204)
                            : shop.answer(request);
                }),
                new FaultyShop("what is created is not listed", "created-is-listed", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> {
                        Reply reply = shop.answer(request);
                        return isList(request) ? reply.change(FaultyShops::withoutNewest) : reply;
                    };
                }),
                new FaultyShop("what is created cannot be read", "expected-status", () -> {
                    ShopServer shop = new ShopServer();
                    return request ->
                            "GET".equals(request.method()) && request.path().matches(".*0000000001[1-9]")
                                    ? problem(404)
                                    : shop.answer(request);
                }),
                reply(
                        "created without Location",
                        "headers-documented",
                        path -> true,
                        201,
                        reply -> reply.without("Location")),
                reply("created with 200", "status-documented", path -> true, 201, reply -> reply.withStatus(200)));
    }

    private static Stream<FaultyShop> conditions() {
        return Stream.of(
                request(
                        "If-None-Match is not looked at",
                        "conditional-get",
                        request -> request.withHeaders(request.headers().without("If-None-Match"))),
                reply("412 for what has not changed", "conditional-get", path -> true, 304, reply -> problem(404)),
                new FaultyShop("304 for any tag", "conditional-get", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> request.headers().contains("If-None-Match") && isAuthorized(request)
                            ? Reply.of(304)
                            : shop.answer(request);
                }),
                reply(
                        "a redirect to nowhere",
                        "redirect-leads-somewhere",
                        path -> true,
                        302,
                        reply -> reply.without("Location")),
                request(
                        "an odd path breaks the server",
                        "no-server-error",
                        request -> request.path().contains("%C3%28") ? request.withPath("/broken") : request),
                new FaultyShop("a long path breaks the server", "no-server-error", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> request.path().length() > 2_000 ? Reply.of(500) : shop.answer(request);
                }),
                new FaultyShop("a zero in the path cuts the connection", "connection", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> request.path().contains("%00")
                            ? Reply.of(500).framed(Reply.Framing.CUT)
                            : shop.answer(request);
                }));
    }

    private static Stream<FaultyShop> errors() {
        return Stream.of(
                error("a Java trace", "at com.example.Shop.find(Shop.java:42)"),
                error("a Python trace", "Traceback (most recent call last)"),
                error("a Node trace", "at find (/srv/app/shop.js:4:2)"),
                error("a PHP trace", "#0 /var/www/shop.php(12)"),
                error("a Ruby trace", "shop.rb:12:in 'find'"),
                error("a Go trace", "goroutine 7 [running]"),
                error("a message of a database", "ORA-00942: table does not exist"),
                reply(
                        "the token in the error",
                        "credentials-hidden",
                        path -> true,
                        404,
                        reply -> reply.change(text -> text.replace("Not found", "Not found for shop-token-of-tests"))),
                reply(
                        "a problem without status",
                        "schema",
                        path -> true,
                        404,
                        reply -> reply.change(text -> text.replace(",\"status\":404", ""))),
                reply(
                        "a problem with the status of another",
                        "schema",
                        path -> true,
                        404,
                        reply -> reply.change(text -> text.replace("404", "200"))),
                reply(
                        "a page for a problem",
                        "media-type-documented",
                        path -> true,
                        404,
                        reply -> reply.with("Content-Type", "text/html")),
                reply(
                        "an unknown charset",
                        "charset",
                        path -> true,
                        200,
                        reply -> reply.with("Content-Type", "application/json; charset=utf-9")),
                reply(
                        "a charset that it is not in",
                        "charset",
                        path -> true,
                        200,
                        reply -> reply.change(text -> text.replace("Film", "Filmé"))
                                .with("Content-Type", "application/json; charset=iso-8859-1")),
                reply(
                        "octets that are not in the charset",
                        "charset",
                        path -> true,
                        200,
                        reply -> reply.withBytes(reply.body()
                                        .text()
                                        .replace("Film", "Filmé")
                                        .getBytes(StandardCharsets.ISO_8859_1))
                                .with("Content-Type", "application/json; charset=utf-8")));
    }

    private static Stream<FaultyShop> refusals() {
        AtomicInteger count = new AtomicInteger();
        return Stream.of(
                when("DELETE", "anybody may delete", "credentials-required", FaultyShops::authorized),
                when("POST", "anybody may create", "credentials-required", FaultyShops::authorized),
                reply(
                        "401 without a challenge",
                        "challenge",
                        path -> true,
                        401,
                        reply -> reply.without("WWW-Authenticate")),
                request(
                        "an unknown kind is taken",
                        "undocumented-value-refused",
                        request -> request.withQuery(request.query().replaceAll("kind=plumb[^&]*", "kind=book"))),
                item(
                        "another version each time",
                        "repeatable-get",
                        reply -> reply.change(text ->
                                text.replaceAll("\"version\":[0-9]+", "\"version\":" + count.incrementAndGet()))));
    }

    private static boolean isAuthorized(Request request) {
        return request.headers()
                .first("Authorization")
                .filter(ShopServer.TOKEN::equals)
                .isPresent();
    }

    private static Request authorized(Request request) {
        return request.withHeader("Authorization", ShopServer.TOKEN);
    }

    private static boolean isList(Request request) {
        return "GET".equals(request.method()) && request.path().endsWith("/articles");
    }

    private static String withoutNewest(String page) {
        return page.replaceAll(",?\\{[^{}]*\\{?[^{}]*}?[^{}]*\"id\":\"[^\"]*0000000001[1-9]\"[^}]*}", "");
    }

    private static Reply problem(int status) {
        return Reply.of(status)
                .with("Content-Type", "application/problem+json")
                .withBody("{\"title\":\"Not found\",\"status\":%d}".formatted(status));
    }

    private static Handler without(String method) {
        ShopServer shop = new ShopServer();
        return request -> request.method().equals(method) && isAuthorized(request)
                ? shop.answer(Request.of("GET", request.path()).withHeader("Authorization", ShopServer.TOKEN))
                : shop.answer(request);
    }

    private static FaultyShop body(String name, String check, UnaryOperator<String> change) {
        return reply(name, check, path -> true, 200, reply -> reply.change(change));
    }

    private static FaultyShop item(String name, String check, UnaryOperator<Reply> change) {
        return reply(name, check, path -> path.contains("/articles/"), 200, change);
    }

    private static FaultyShop list(String name, String check, UnaryOperator<Reply> change) {
        return reply(name, check, path -> path.endsWith("/articles"), 200, change);
    }

    private static FaultyShop error(String name, String text) {
        return reply(
                name,
                "internals-hidden",
                path -> true,
                404,
                reply -> reply.change(body -> body.replace("}", ",\"detail\":\"" + text + "\"}")));
    }

    private static FaultyShop reply(
            String name, String check, Predicate<String> where, int status, UnaryOperator<Reply> change) {
        return new FaultyShop(name, check, () -> {
            ShopServer shop = new ShopServer();
            return request -> {
                Reply reply = shop.answer(request);
                boolean isMeant =
                        reply.status() == status && where.test(request.path()) && !"HEAD".equals(request.method());
                return isMeant ? change.apply(reply) : reply;
            };
        });
    }

    private static FaultyShop request(String name, String check, UnaryOperator<Request> change) {
        return when("GET", name, check, change);
    }

    private static FaultyShop when(String method, String name, String check, UnaryOperator<Request> change) {
        return new FaultyShop(name, check, () -> {
            ShopServer shop = new ShopServer();
            return request -> {
                Request changed = request.method().equals(method) ? change.apply(request) : request;
                return "/broken".equals(changed.path()) ? Reply.of(500) : shop.answer(changed);
            };
        });
    }
}
