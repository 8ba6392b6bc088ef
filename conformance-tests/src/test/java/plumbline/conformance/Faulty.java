package plumbline.conformance;

import static plumbline.conformance.server.UsersServer.BOB;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.UsersServer;
import plumbline.contract.http.Request;

/**
 * A server that is wrong in one way.
 *
 * @param name what is wrong
 * @param check the check that is meant to see it
 * @param server the server
 */
record Faulty(String name, String check, Handler server) {
    private static final Handler RIGHT = new UsersServer();

    static Faulty body(String name, String check, UnaryOperator<String> change) {
        return reply(name, check, reply -> reply.change(change));
    }

    /** Only about Bob, so that the test does not wait for each of its cases. */
    static Faulty forBob(String name, UnaryOperator<Reply> change) {
        return new Faulty(name, "connection", request -> {
            Reply right = RIGHT.answer(request);
            return right.status() == 200 && request.path().endsWith(BOB) ? change.apply(right) : right;
        });
    }

    /** Wrong about Ada and Bob, except where only one of them has what it takes. */
    static Faulty reply(String name, String check, UnaryOperator<Reply> change) {
        return new Faulty(name, check, request -> {
            Reply right = RIGHT.answer(request);
            return right.status() == 200 ? change.apply(right) : right;
        });
    }

    static Faulty method(String method, String name, String check, UnaryOperator<Reply> change) {
        return new Faulty(name, check, request -> {
            Reply right = RIGHT.answer(request);
            return request.method().equals(method) ? change.apply(right) : right;
        });
    }

    static Faulty answer(String name, String check, Predicate<Request> when, Handler wrong) {
        return new Faulty(
                name,
                check,
                request -> when.test(request) && UsersServer.isAuthorized(request) && "GET".equals(request.method())
                        ? wrong.answer(request)
                        : RIGHT.answer(request));
    }

    static Faulty lenient(String name, Predicate<Request> when) {
        return new Faulty(
                name,
                "credentials-required",
                request -> RIGHT.answer(when.test(request) ? UsersServer.authorized(request) : request));
    }

    interface Refusal {
        Reply of(Reply right, String user);
    }

    static Faulty refusal(String name, String check, Refusal wrong) {
        return new Faulty(name, check, request -> {
            Reply right = RIGHT.answer(request);
            String user = RIGHT.answer(UsersServer.authorized(request)).body().text();
            return right.status() == 401 ? wrong.of(right, user) : right;
        });
    }

    static boolean hasCredentials(Request request, String prefix) {
        return request.headers()
                .first("Authorization")
                .filter(value -> value.startsWith(prefix))
                .isPresent();
    }

    @Override
    public String toString() {
        return name + " -> " + check;
    }
}
