package plumbline.conformance;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;

/** Servers for the shop contract that do something in an unusual way, but nothing wrong. */
final class HarmlessShops {
    private HarmlessShops() {}

    /** A right server, made anew for each test since it keeps what it is told. */
    record HarmlessShop(String name, Supplier<Handler> server) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<HarmlessShop> all() {
        AtomicInteger requests = new AtomicInteger();
        return List.of(
                shop(0, "nothing unusual", reply -> reply),
                shop(
                        201,
                        "a Location with host and port",
                        reply -> reply.with(
                                "Location",
                                "https://shop.example.com"
                                        + reply.headers().first("Location").orElse(""))),
                shop(
                        200,
                        "times in another zone",
                        reply -> reply.change(
                                text -> text.replace("2026-11-01T12:00:00Z", "2026-11-01T13:00:00+01:00"))),
                shop(
                        200,
                        "prices with a zero at their end",
                        reply -> reply.change(text -> text.replace("\"price\":12.5,", "\"price\":12.50,"))),
                shop(
                        404,
                        "an error that mentions a line",
                        reply -> reply.change(text ->
                                text.replace("}", ",\"detail\":\"Exception at line 3, column 7 of the request\"}"))),
                shop(
                        404,
                        "an error that speaks of files, tables and classes",
                        reply -> reply.change(text -> text.replace(
                                "}",
                                ",\"detail\":\"select one from the list at https://shop.example.com/home/list.html (see"
                                        + " /api/articles/x.json); com.example.NotFoundException\"}"))),
                shop(
                        404,
                        "an error that names a token",
                        reply -> reply.change(text -> text.replace("}", ",\"detail\":\"send your token as Bearer\"}"))),
                shop(
                        200,
                        "plain text in Latin 1 that is plain ASCII",
                        reply -> reply.body().text().matches("\\p{ASCII}*")
                                ? reply.with("Content-Type", "application/json; charset=iso-8859-1")
                                : reply),
                shop(304, "304 without a tag", reply -> Reply.of(304)),
                shop(204, "204 with a header more", reply -> reply.with("X-Removed", "1")),
                shop(200, "links to other pages", reply -> reply.with("Link", "</api/articles>; rel=\"first\"")),
                shop(
                        0,
                        "a request id in each answer",
                        reply -> reply.with("X-Request-Id", Integer.toString(requests.incrementAndGet()))));
    }

    private static HarmlessShop shop(int status, String name, UnaryOperator<Reply> change) {
        return new HarmlessShop(name, () -> {
            ShopServer shop = new ShopServer();
            return request -> {
                Reply reply = shop.answer(request);
                return status == 0 || reply.status() == status ? change.apply(reply) : reply;
            };
        });
    }
}
