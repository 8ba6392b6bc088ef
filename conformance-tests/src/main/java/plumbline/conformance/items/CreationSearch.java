package plumbline.conformance.items;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
    static final int MOST_TRIES = 14;
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

    Outcome create(Lifecycle life, UnaryOperator<Request> within) {
        Operation create = life.resource().create();
        String refusal = "no valid request could be made";
        @Nullable Request first = kinds.ordinary().best(create).orElse(null);
        Iterator<Request> tries = tries(create, first).limit(MOST_TRIES).iterator();
        while (tries.hasNext()) {
            Request next = tries.next();
            @Nullable Creation creation = creation(life, next, within).orElse(null);
            if (creation == null) {
                continue;
            }
            refusal = create.id() + " answered " + creation.answer().status();
            if (Success.isDocumented(create, creation.answer().status())) {
                if (recipes != null && !next.equals(first)) {
                    recipes.accept(create, next);
                }
                return new Outcome(Optional.of(creation), refusal);
            }
            if (creation.isHopeless()) {
                break;
            }
        }
        return new Outcome(Optional.empty(), refusal);
    }

    private Stream<Request> tries(Operation create, @Nullable Request first) {
        return first == null || recipes == null
                ? Stream.ofNullable(first)
                : recipes.tries(create, first, () -> caller.stored(create));
    }

    private Optional<Creation> creation(Lifecycle life, Request planned, UnaryOperator<Request> within) {
        Operation create = life.resource().create();
        Request sent = within.apply(recipes == null ? planned : named(recipes, life, planned));
        Optional<Response> response = caller.call(create, sent);
        return isLearned(recipes, create, sent, response)
                ? creation(life, planned, within)
                : response.map(answer -> new Creation(sent, answer));
    }

    private static Request named(Recipes recipes, Lifecycle life, Request planned) {
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
