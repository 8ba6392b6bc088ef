package plumbline.conformance;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.ShopServer;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;

/** Shops that are wrong about what they are sent: they take what they should refuse, or stumble over what is right. */
final class FaultyInputs {
    private static final String BOOK =
            "{\"kind\":\"book\",\"title\":\"Any\",\"price\":12.5,\"tags\":[\"novel\"],\"isbn\":\"9780000000000\"}";

    private FaultyInputs() {}

    static Stream<FaultyShop> all() {
        return Stream.of(queries(), bodies(), unknown(), texts(), answers()).flatMap(group -> group);
    }

    private static Stream<FaultyShop> queries() {
        return Stream.of(
                query("a limit of 0 is taken", "limit=0(&|$)", "limit=1$1"),
                query("a limit above the maximum is taken", "limit=(5[1-9]|[6-9][0-9]|[0-9]{3,})", "limit=50"),
                failing(
                        "a cursor of letters breaks the server",
                        request -> request.query().matches(".*cursor=[^0-9&].*")));
    }

    private static FaultyShop query(String name, String wrong, String right) {
        return FaultyShop.request(
                name,
                "invalid-input-refused",
                request -> request.withQuery(request.query().replaceAll(wrong, right)));
    }

    private static Stream<FaultyShop> bodies() {
        return Stream.of(
                taking("POST", "an empty title is taken", body -> body.contains("\"title\":\"\"")),
                taking("POST", "a price in quotes is taken", body -> body.matches("(?s).*\"price\":\".*")),
                taking("PUT", "no body is taken by PUT", String::isEmpty),
                taking("POST", "half an object is taken", body -> body.contains("\"plumbline\": <")),
                taking(
                        "PATCH",
                        "an unknown member is taken",
                        body -> body.matches(
                                "(?s).*\"(?!title\")[a-zA-Z-]+\":.*\"title\".*|.*\"title\":\"[^\"]*\",\".*")));
    }

    private static FaultyShop taking(String method, String name, Predicate<String> isTaken) {
        return shop(name, "invalid-input-refused", (shop, request) -> {
            Reply reply = shop.answer(request);
            boolean isWrong = reply.status() == 400
                    && request.method().equals(method)
                    && isTaken.test(request.body().text());
            String right = "PATCH".equals(method) ? "{\"title\":\"Any\"}" : BOOK;
            String type = "PATCH".equals(method) ? "application/merge-patch+json" : "application/json";
            return isWrong
                    ? shop.answer(request.withHeader("Content-Type", type).withBody(Body.of(right)))
                    : reply;
        });
    }

    /** Of what is not there. */
    private static Stream<FaultyShop> unknown() {
        return Stream.of("PUT", "PATCH", "DELETE")
                .flatMap(method -> Stream.of(
                        shop("an unknown article breaks " + method, "no-server-error", (shop, request) -> {
                            Reply reply = shop.answer(request);
                            return reply.status() == 404 && request.method().equals(method) ? Reply.of(500) : reply;
                        }),
                        shop(
                                "an unknown article is no problem to " + method,
                                "media-type-documented",
                                (shop, request) -> {
                                    Reply reply = shop.answer(request);
                                    return reply.status() == 404
                                                    && request.method().equals(method)
                                            ? reply.with("Content-Type", "text/html")
                                                    .withBody("<html></html>")
                                            : reply;
                                })));
    }

    private static Stream<FaultyShop> texts() {
        return Stream.of(
                shop(
                        "letters beyond ASCII are lost",
                        "created-is-read",
                        (shop, request) -> shop.answer(
                                "POST".equals(request.method())
                                        ? request.withBody(
                                                Body.of(request.body().text().replaceAll("[^\\x00-\\x7F]", "?")))
                                        : request)),
                failing(
                        "letters beyond ASCII break the server",
                        request -> request.body().text().matches("(?s).*[^\\x00-\\x7F].*")),
                shop(
                        "titles are cut to 79 letters",
                        "created-is-read",
                        (shop, request) -> shop.answer(
                                "POST".equals(request.method())
                                        ? request.withBody(Body.of(request.body()
                                                .text()
                                                .replaceAll("\"title\":\"([^\"]{79})[^\"]\"", "\"title\":\"$1\"")))
                                        : request)),
                refusing("films are refused", body -> body.contains("\"film\"")),
                refusing("a subtitle of null is refused", body -> body.contains("\"subtitle\":null")),
                shop(
                        "a price is rounded when created",
                        "created-is-read",
                        (shop, request) -> shop.answer(
                                "POST".equals(request.method())
                                        ? request.withBody(Body.of(request.body()
                                                .text()
                                                .replaceAll("\"price\":([0-9]+)\\.[0-9]+", "\"price\":$1.0")))
                                        : request)));
    }

    private static FaultyShop refusing(String name, Predicate<String> isRefused) {
        return shop(
                name,
                "valid-input-accepted",
                (shop, request) -> shop.answer(
                        "POST".equals(request.method())
                                        && isRefused.test(request.body().text())
                                ? request.withBody(Body.of("[]"))
                                : request));
    }

    private static Stream<FaultyShop> answers() {
        return Stream.of(
                method(
                        "POST",
                        201,
                        "no version when created",
                        "schema",
                        reply -> reply.change(text -> text.replaceAll(",\"version\":[0-9]+", ""))),
                method(
                        "PUT",
                        200,
                        "no version when replaced",
                        "schema",
                        reply -> reply.change(text -> text.replaceAll(",\"version\":[0-9]+", ""))),
                method(
                        "PATCH",
                        200,
                        "no version when changed",
                        "schema",
                        reply -> reply.change(text -> text.replaceAll(",\"version\":[0-9]+", ""))),
                method(
                        "PUT",
                        200,
                        "another article when replaced",
                        "put-takes-effect",
                        reply -> reply.change(text -> text.replaceAll("\"title\":\"[^\"]*\"", "\"title\":\"Other\""))),
                method(
                        "POST",
                        400,
                        "a refusal without title",
                        "schema",
                        reply -> reply.change(text -> text.replace("title", "name"))),
                method(
                        "GET",
                        401,
                        "a login page for a problem",
                        "media-type-documented",
                        reply -> reply.with("Content-Type", "text/html").withBody("<html></html>")),
                shop(
                        "HEAD needs no token",
                        "credentials-required",
                        (shop, request) -> shop.answer(
                                "HEAD".equals(request.method()) ? FaultyShop.authorized(request) : request)),
                shop(
                        "any token is taken",
                        "credentials-required",
                        (shop, request) -> shop.answer(
                                request.headers()
                                                .first("Authorization")
                                                .filter(text -> text.startsWith("Bearer "))
                                                .isPresent()
                                        ? FaultyShop.authorized(request)
                                        : request)),
                shop(
                        "a stale tag replaces",
                        "conditional-change",
                        (shop, request) -> shop.answer(
                                "PUT".equals(request.method())
                                        ? request.withHeaders(request.headers().without("If-Match"))
                                        : request)),
                failing(
                        "the second page breaks the server",
                        request -> request.query().matches(".*cursor=[1-9].*")));
    }

    private static FaultyShop method(
            String method, int status, String name, String check, UnaryOperator<Reply> change) {
        return shop(name, check, (shop, request) -> {
            Reply reply = shop.answer(request);
            return reply.status() == status && request.method().equals(method) ? change.apply(reply) : reply;
        });
    }

    private static FaultyShop failing(String name, Predicate<Request> when) {
        return shop(
                name,
                "no-server-error",
                (shop, request) ->
                        FaultyShop.isAuthorized(request) && when.test(request) ? Reply.of(500) : shop.answer(request));
    }

    private static FaultyShop shop(String name, String check, BiFunction<ShopServer, Request, Reply> answer) {
        Supplier<Handler> server = () -> {
            ShopServer shop = new ShopServer();
            return request -> answer.apply(shop, request);
        };
        return new FaultyShop(name, check, server);
    }
}
