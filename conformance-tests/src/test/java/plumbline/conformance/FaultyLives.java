package plumbline.conformance;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;
import plumbline.contract.http.Body;

/** Shops that are wrong about what is created, changed and removed. */
final class FaultyLives {
    private FaultyLives() {}

    static Stream<FaultyShop> all() {
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
                        "a Location that nobody knows",
                        "location-is-known",
                        path -> true,
                        201,
                        reply -> reply.with(
                                "Location",
                                "/v0" + reply.headers().first("Location").orElse(""))),
                FaultyShop.reply(
                        "a Location that leads to nothing",
                        "expected-status",
                        path -> true,
                        201,
                        reply -> reply.with("Location", "/api/articles/7d6c1a30-0000-4000-8000-00000000dead")),
                FaultyShop.reply(
                        "a link that leads nowhere",
                        "links-lead-somewhere",
                        path -> true,
                        201,
                        reply -> reply.change(text -> text.replace("\"id\":\"7d6c", "\"id\":\"0000"))),
                FaultyShop.reply(
                        "two articles have one id",
                        "keys-are-unique",
                        path -> true,
                        201,
                        reply -> reply.with("Location", "/api/articles/7d6c1a30-0000-4000-8000-000000000001")),
                FaultyShop.reply(
                        "no content with content",
                        "content-length",
                        path -> true,
                        204,
                        reply -> reply.withBody("gone")),
                FaultyShop.reply(
                        "created with 200", "status-documented", path -> true, 201, reply -> reply.withStatus(200)));
    }
}
