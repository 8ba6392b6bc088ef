package plumbline.conformance.items;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Success;
import plumbline.conformance.stories.Lifecycle;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.resources.Key;

/**
 * Creates an item with one body after the other, each with a name of its own, until the server takes one.
 *
 * @param kinds what can be created
 * @param recipes which bodies to try; null for the ordinary one alone
 * @param caller sends
 */
record CreationSearch(ItemKinds kinds, @Nullable Recipes recipes, Caller caller) {
    static final int MOST_TRIES = 15;
    /** A conflict may be about one name after the other. */
    static final int MOST_CONFLICTS = 3;

    private static final int CONFLICT = 409;

    /**
     * What came of it.
     *
     * @param done the creation that was answered with success
     * @param refusal what the last one was answered with
     */
    record Outcome(Optional<Creation> done, String refusal) {}

    /** A request that creates, and what came back. */
    record Creation(Request sent, Response answer) {
        boolean isHopeless() {
            return answer.status() == 401 || answer.status() == 403 || answer.status() == 429;
        }
    }

    /** {@return the places in a body in which items of a kind are named} */
    static List<String> names(Optional<Lifecycle> life) {
        return life.stream()
                .flatMap(found -> found.resource().creation().sent().stream())
                .map(Key::pointer)
                .toList();
    }

    /** A body to try, and the same with names of its own, which is tried before it: an example may still have to be sent as it is. */
    private record Try(Request plain, Request distinct) {
        Stream<Try> both() {
            return plain.equals(distinct) ? Stream.of(this) : Stream.of(this, new Try(plain, plain));
        }
    }

    Outcome create(Lifecycle life, UnaryOperator<Request> within) {
        Operation create = life.resource().create();
        String refusal = "no valid request could be made";
        @Nullable Request first = kinds.ordinary().best(create).orElse(null);
        Iterator<Try> tries = tries(create, first).limit(MOST_TRIES).iterator();
        while (tries.hasNext()) {
            Try next = tries.next();
            @Nullable
            Creation creation = creation(life, next.distinct(), within).orElse(null);
            if (creation == null) {
                continue;
            }
            refusal = create.id() + " answered " + creation.answer().status();
            if (Success.isDocumented(create, creation.answer().status())) {
                if (recipes != null && !next.plain().equals(first)) {
                    recipes.accept(create, next.plain());
                }
                return new Outcome(Optional.of(creation), refusal);
            }
            if (creation.isHopeless()) {
                break;
            }
        }
        return new Outcome(Optional.empty(), refusal);
    }

    private Stream<Try> tries(Operation create, @Nullable Request first) {
        if (first == null || recipes == null) {
            return Stream.ofNullable(first).map(only -> new Try(only, only));
        }
        Iterator<Request> bodies =
                recipes.tries(create, first, () -> caller.stored(create)).iterator();
        Request likeliest = bodies.next();
        Stream<Request> others = StreamSupport.stream(Spliterators.spliteratorUnknownSize(bodies, 0), false);
        return Stream.concat(
                new Try(likeliest, recipes.distinct(create, likeliest)).both(),
                others.map(body -> new Try(body, body)));
    }

    private Optional<Creation> creation(Lifecycle life, Request planned, UnaryOperator<Request> within) {
        Operation create = life.resource().create();
        Request sent = within.apply(named(life, planned));
        Optional<Response> response = caller.call(create, sent);
        for (int i = 0; i < MOST_CONFLICTS && isLearned(recipes, create, sent, response); i++) {
            sent = within.apply(named(life, planned));
            response = caller.call(create, sent);
        }
        Request last = sent;
        return response.map(answer -> new Creation(last, answer));
    }

    private Request named(Lifecycle life, Request planned) {
        if (recipes == null) {
            return planned;
        }
        return life.resource().isPlaced()
                ? recipes.placed(life.resource(), planned)
                : recipes.renewed(
                        life.resource().create(),
                        names(Optional.of(life)),
                        planned,
                        new Recipes.Plan(planned, planned));
    }

    /** {@return whether a conflict has told something, so that the same is worth another try} */
    static boolean isLearned(
            @Nullable Recipes recipes, Operation operation, Request sent, Optional<Response> response) {
        return recipes != null
                && response.filter(answer -> answer.status() == CONFLICT
                                && recipes.learn(operation, sent, answer.body().text()))
                        .isPresent();
    }
}
