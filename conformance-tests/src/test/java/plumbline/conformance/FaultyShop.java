package plumbline.conformance;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;
import plumbline.contract.http.Request;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * A server for the shop contract that is wrong in one way.
 *
 * @param name what is wrong
 * @param check the check that is meant to see it
 * @param server makes the server anew, since it keeps what it is told
 */
record FaultyShop(String name, String check, Supplier<Handler> server) {
    static boolean isAuthorized(Request request) {
        return request.headers()
                .first("Authorization")
                .filter(ShopServer.TOKEN::equals)
                .isPresent();
    }

    static Request authorized(Request request) {
        return request.withHeader("Authorization", ShopServer.TOKEN);
    }

    static boolean isList(Request request) {
        return "GET".equals(request.method()) && request.path().endsWith("/articles");
    }

    /** {@return whether a request is about an article that was not there from the beginning} */
    static boolean isNew(Request request) {
        return request.path().matches(".*0{10}(?:1[1-9]|[2-9][0-9])");
    }

    static String withoutNewest(String page) {
        return page.replaceAll(",?\\{[^{}]*\\{?[^{}]*}?[^{}]*\"id\":\"[^\"]*0{10}(?:1[1-9]|[2-9][0-9])\"[^}]*}", "");
    }

    static Reply problem(int status) {
        return Reply.of(status)
                .with("Content-Type", "application/problem+json")
                .withBody("{\"title\":\"Not found\",\"status\":%d}".formatted(status));
    }

    static Handler without(String method) {
        ShopServer shop = new ShopServer();
        return request -> request.method().equals(method) && isAuthorized(request)
                ? shop.answer(Request.of("GET", request.path()).withHeader("Authorization", ShopServer.TOKEN))
                : shop.answer(request);
    }

    static FaultyShop body(String name, String check, UnaryOperator<String> change) {
        return reply(name, check, path -> true, 200, reply -> reply.change(change));
    }

    static FaultyShop item(String name, String check, UnaryOperator<Reply> change) {
        return reply(name, check, path -> path.contains("/articles/"), 200, change);
    }

    static FaultyShop list(String name, String check, UnaryOperator<Reply> change) {
        return reply(name, check, path -> path.endsWith("/articles"), 200, change);
    }

    static FaultyShop error(String name, String text) {
        return reply(
                name,
                "internals-hidden",
                path -> true,
                404,
                reply -> reply.change(
                        body -> body.replace("}", ",\"detail\":" + JsonNodeFactory.instance.stringNode(text) + "}")));
    }

    static FaultyShop reply(
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

    static FaultyShop request(String name, String check, UnaryOperator<Request> change) {
        return when("GET", name, check, change);
    }

    static FaultyShop when(String method, String name, String check, UnaryOperator<Request> change) {
        return new FaultyShop(name, check, () -> {
            ShopServer shop = new ShopServer();
            return request -> {
                Request changed = request.method().equals(method) ? change.apply(request) : request;
                return "/broken".equals(changed.path()) ? Reply.of(500) : shop.answer(changed);
            };
        });
    }

    @Override
    public String toString() {
        return name + " -> " + check;
    }
}
