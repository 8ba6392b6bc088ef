package plumbline.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;
import plumbline.contract.http.Body;

/** Servers for the shop contract that are wrong in one way each, and the check that is meant to see it. */
final class FaultyShops {
    private FaultyShops() {}

    static List<FaultyShop> all() {
        return Stream.of(articles(), pages(), lives(), conditions(), errors(), refusals())
                .flatMap(group -> group)
                .toList();
    }

    private static Stream<FaultyShop> articles() {
        return Stream.of(
                FaultyShop.body("a price of nothing", "schema", text -> text.replace("\"price\":12.5", "\"price\":0")),
                FaultyShop.body("a price above the maximum", "schema", text -> text.replace("12.5", "10000.01")),
                FaultyShop.body("a price of half a cent", "schema", text -> text.replace("12.5", "12.505")),
                FaultyShop.body("no tags", "schema", text -> text.replace("[\"novel\",\"short\"]", "[]")),
                FaultyShop.body("the same tag twice", "schema", text -> text.replace("\"short\"]", "\"novel\"]")),
                FaultyShop.body(
                        "too many tags",
                        "schema",
                        text -> text.replace("\"short\"]", "\"aa\",\"bb\",\"cc\",\"dd\",\"ee\"]")),
                FaultyShop.body("a tag in capitals", "schema", text -> text.replace("\"short\"", "\"Short\"")),
                FaultyShop.body("an empty title", "schema", text -> text.replaceAll("\"Book [0-9]\"", "\"\"")),
                FaultyShop.body(
                        "a long title",
                        "schema",
                        text -> text.replaceAll("\"Book [0-9]\"", "\"" + "x".repeat(81) + "\"")),
                FaultyShop.body("an unknown kind", "schema", text -> text.replace("\"book\"", "\"game\"")),
                FaultyShop.body("another kind than the fields", "schema", text -> text.replace("\"book\"", "\"film\"")),
                FaultyShop.body("no kind", "schema", text -> text.replace("\"kind\":\"book\",", "")),
                FaultyShop.body("a short ISBN", "schema", text -> text.replaceAll("978000000000([0-9])", "97800000$1")),
                FaultyShop.body(
                        "a film of no minutes", "schema", text -> text.replace("\"minutes\":90", "\"minutes\":0")),
                FaultyShop.body(
                        "minutes and a half", "schema", text -> text.replace("\"minutes\":90", "\"minutes\":90.5")),
                FaultyShop.body(
                        "a supplier that should not be seen",
                        "schema",
                        text -> text.replace("{\"kind\"", "{\"supplier\":\"a@b.example\",\"kind\"")),
                FaultyShop.body("no stock anywhere", "schema", text -> text.replace("{\"north\":3}", "{}")),
                FaultyShop.body("a negative stock", "schema", text -> text.replace("{\"north\":3}", "{\"north\":-3}")),
                FaultyShop.body("a time without a zone", "schema", text -> text.replace("12:00:00Z", "12:00:00")),
                FaultyShop.body("an id that is no UUID", "schema", text -> text.replace("7d6c1a30-", "7d6c-")),
                FaultyShop.body("no version", "schema", text -> text.replaceAll(",\"version\":[0-9]+", "")),
                FaultyShop.item(
                        "the next article",
                        "list-agrees-with-item",
                        reply -> reply.change(text -> text.replaceAll("\"title\":\"", "\"title\":\"Not "))),
                FaultyShop.reply("no ETag", "headers-documented", path -> true, 200, reply -> reply.without("ETag")),
                FaultyShop.item("an ETag without quotes", "headers-documented", reply -> reply.with("ETag", "1")),
                FaultyShop.list("no total", "headers-documented", reply -> reply.without("X-Total-Count")),
                FaultyShop.list("a total in words", "headers-documented", reply -> reply.with("X-Total-Count", "ten")),
                FaultyShop.list(
                        "a bare array",
                        "schema",
                        reply -> reply.change(
                                text -> text.replaceFirst("^\\{\"items\":", "").replaceFirst(",\"next\":[^]]*}$", ""))),
                FaultyShop.list(
                        "a further member of the page",
                        "schema",
                        reply -> reply.change(text -> text.replaceFirst("\\{\"items\"", "{\"total\":10,\"items\""))));
    }

    private static Stream<FaultyShop> pages() {
        return Stream.of(
                FaultyShop.request(
                        "the limit is not looked at",
                        "pages",
                        request -> request.withQuery(request.query().replaceAll("limit=[0-9]+", "limit=20"))),
                FaultyShop.request(
                        "the cursor is not looked at",
                        "pages",
                        request -> request.withQuery(request.query().replaceAll("cursor=[0-9]+", "cursor=0"))),
                FaultyShop.list(
                        "the last page has a next one",
                        "pages",
                        reply -> reply.change(text -> text.replace("\"next\":null", "\"next\":\"8\""))),
                FaultyShop.request(
                        "pages overlap",
                        "pages",
                        request -> request.withQuery(request.query().replace("cursor=2", "cursor=1"))),
                FaultyShop.item(
                        "what is listed cannot be read", "list-agrees-with-item", reply -> FaultyShop.problem(404)));
    }

    private static Stream<FaultyShop> lives() {
        return Stream.of(
                FaultyShop.when(
                        "POST",
                        "a title is cut when created",
                        "created-is-read",
                        request -> request.withBody(Body.of(
                                request.body().text().replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"T\"")))),
                FaultyShop.when(
                        "PUT",
                        "PUT forgets the title",
                        "put-takes-effect",
                        request -> request.withBody(Body.of(
                                request.body().text().replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"T\"")))),
                new FaultyShop("PUT does nothing", "put-takes-effect", () -> FaultyShop.without("PUT")),
                new FaultyShop(
                        "PATCH does nothing", "patch-changes-only-what-it-says", () -> FaultyShop.without("PATCH")),
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
                    return request -> "DELETE".equals(request.method()) && FaultyShop.isAuthorized(request)
                            ? Reply.of(204)
                            : shop.answer(request);
                }),
                new FaultyShop("what is created is not listed", "created-is-listed", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> {
                        Reply reply = shop.answer(request);
                        return FaultyShop.isList(request) ? reply.change(FaultyShop::withoutNewest) : reply;
                    };
                }),
                new FaultyShop("what is created cannot be read", "expected-status", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> "GET".equals(request.method()) && FaultyShop.isNew(request)
                            ? FaultyShop.problem(404)
                            : shop.answer(request);
                }),
                FaultyShop.reply(
                        "created without Location",
                        "headers-documented",
                        path -> true,
                        201,
                        reply -> reply.without("Location")),
                FaultyShop.reply(
                        "created with 200", "status-documented", path -> true, 201, reply -> reply.withStatus(200)));
    }

    private static Stream<FaultyShop> conditions() {
        return Stream.of(
                FaultyShop.request(
                        "If-None-Match is not looked at",
                        "conditional-get",
                        request -> request.withHeaders(request.headers().without("If-None-Match"))),
                FaultyShop.reply(
                        "412 for what has not changed",
                        "conditional-get",
                        path -> true,
                        304,
                        reply -> FaultyShop.problem(404)),
                new FaultyShop("304 for any tag", "conditional-get", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> request.headers().contains("If-None-Match") && FaultyShop.isAuthorized(request)
                            ? Reply.of(304)
                            : shop.answer(request);
                }),
                FaultyShop.reply(
                        "a redirect to nowhere",
                        "redirect-leads-somewhere",
                        path -> true,
                        302,
                        reply -> reply.without("Location")),
                FaultyShop.request(
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
                FaultyShop.error("a Java trace", "at com.example.Shop.find(Shop.java:42)"),
                FaultyShop.error("a Python trace", "Traceback (most recent call last)"),
                FaultyShop.error("a Node trace", "at find (/srv/app/shop.js:4:2)"),
                FaultyShop.error("a PHP trace", "#0 /var/www/shop.php(12)"),
                FaultyShop.error("a Ruby trace", "shop.rb:12:in 'find'"),
                FaultyShop.error("a Go trace", "goroutine 7 [running]"),
                FaultyShop.error("a message of a database", "ORA-00942: table does not exist"),
                FaultyShop.reply(
                        "the token in the error",
                        "credentials-hidden",
                        path -> true,
                        404,
                        reply -> reply.change(text -> text.replace("Not found", "Not found for shop-token-of-tests"))),
                FaultyShop.reply(
                        "a problem without status",
                        "schema",
                        path -> true,
                        404,
                        reply -> reply.change(text -> text.replace(",\"status\":404", ""))),
                FaultyShop.reply(
                        "a problem with the status of another",
                        "schema",
                        path -> true,
                        404,
                        reply -> reply.change(text -> text.replace("404", "200"))),
                FaultyShop.reply(
                        "a page for a problem",
                        "media-type-documented",
                        path -> true,
                        404,
                        reply -> reply.with("Content-Type", "text/html")),
                FaultyShop.reply(
                        "an unknown charset",
                        "charset",
                        path -> true,
                        200,
                        reply -> reply.with("Content-Type", "application/json; charset=utf-9")),
                FaultyShop.reply(
                        "a charset that it is not in",
                        "charset",
                        path -> true,
                        200,
                        reply -> reply.change(text -> text.replace("Film", "Filmé"))
                                .with("Content-Type", "application/json; charset=iso-8859-1")),
                FaultyShop.reply(
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
                FaultyShop.when("DELETE", "anybody may delete", "credentials-required", FaultyShop::authorized),
                FaultyShop.when("POST", "anybody may create", "credentials-required", FaultyShop::authorized),
                FaultyShop.reply(
                        "401 without a challenge",
                        "challenge",
                        path -> true,
                        401,
                        reply -> reply.without("WWW-Authenticate")),
                FaultyShop.request(
                        "an unknown kind is taken",
                        "undocumented-value-refused",
                        request -> request.withQuery(request.query().replaceAll("kind=plumb[^&]*", "kind=book"))),
                FaultyShop.item(
                        "another version each time",
                        "repeatable-get",
                        reply -> reply.change(text ->
                                text.replaceAll("\"version\":[0-9]+", "\"version\":" + count.incrementAndGet()))));
    }
}
