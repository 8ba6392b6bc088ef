package plumbline.conformance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;

/** Servers for the shop contract that are wrong in one way each, and the check that is meant to see it. */
final class FaultyShops {
    private FaultyShops() {}

    static List<FaultyShop> all() {
        return Stream.of(
                        articles(),
                        pages(),
                        FaultyLives.all(),
                        conditions(),
                        FaultyErrors.all(),
                        refusals(),
                        FaultyInputs.all())
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

    private static Stream<FaultyShop> conditions() {
        return Stream.of(
                FaultyShop.request(
                        "If-None-Match is not looked at",
                        "conditional-get",
                        request -> request.withHeaders(request.headers().without("If-None-Match"))),
                new FaultyShop("another tag for the same octets", "repeatable-get", () -> {
                    ShopServer shop = new ShopServer();
                    AtomicInteger count = new AtomicInteger();
                    return request -> {
                        Reply reply = shop.answer(request);
                        return reply.headers().contains("ETag")
                                ? reply.with("ETag", "\"" + count.incrementAndGet() + "\"")
                                : reply;
                    };
                }),
                FaultyShop.item(
                        "the same tag for whatever comes", "conditional-get", reply -> reply.with("ETag", "\"1\"")),
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

    private static Stream<FaultyShop> refusals() {
        AtomicInteger count = new AtomicInteger();
        return Stream.of(
                new FaultyShop("the terms are for members only", "expected-status", () -> {
                    ShopServer shop = new ShopServer();
                    return request -> request.path().endsWith("/terms") && !FaultyShop.isAuthorized(request)
                            ? FaultyShop.problem(401).with("WWW-Authenticate", "Bearer realm=\"shop\"")
                            : shop.answer(request);
                }),
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
                taken("PATCH", "application/json"),
                taken("POST", "text/plain"),
                taken("PUT", "application/x-www-form-urlencoded"),
                FaultyShop.request(
                        "a kind in capitals is taken",
                        "invalid-input-refused",
                        request -> request.withQuery(request.query().replaceAll("kind=BOOK", "kind=book"))),
                FaultyShop.request(
                        "the beginning of a kind is taken",
                        "invalid-input-refused",
                        request -> request.withQuery(request.query().replaceAll("kind=boo(&|$)", "kind=book$1"))),
                FaultyShop.request(
                        "an empty kind is taken",
                        "invalid-input-refused",
                        request -> request.withQuery(request.query().replaceAll("kind=(&|$)", "kind=book$1"))),
                new FaultyShop("every third answer is another", "repeatable-get", () -> {
                    ShopServer shop = new ShopServer();
                    AtomicInteger asked = new AtomicInteger();
                    return request -> {
                        Reply reply = shop.answer(request);
                        boolean isWrong = request.path().contains("/articles/") && asked.incrementAndGet() % 3 == 0;
                        return isWrong ? reply.change(text -> text.replaceAll("Book [0-9]", "Book")) : reply;
                    };
                }),
                new FaultyShop("every third reading fails", "no-server-error", () -> {
                    ShopServer shop = new ShopServer();
                    AtomicInteger asked = new AtomicInteger();
                    return request -> FaultyShop.isList(request) && asked.incrementAndGet() % 3 == 0
                            ? Reply.of(500)
                            : shop.answer(request);
                }),
                FaultyShop.item(
                        "another version each time",
                        "repeatable-get",
                        reply -> reply.change(text ->
                                text.replaceAll("\"version\":[0-9]+", "\"version\":" + count.incrementAndGet()))));
    }

    private static FaultyShop taken(String method, String type) {
        return FaultyShop.when(method, type + " is taken by " + method, "invalid-input-refused", request -> {
            String right = "PATCH".equals(method) ? "application/merge-patch+json" : "application/json";
            boolean isOther =
                    request.headers().first("Content-Type").filter(type::equals).isPresent();
            return isOther ? request.withHeader("Content-Type", right) : request;
        });
    }
}
