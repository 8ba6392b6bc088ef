package plumbline.conformance.items;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import plumbline.conformance.Success;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;

/**
 * Sends one body after the other to an operation, until the server takes one.
 *
 * @param recipes which bodies to try
 * @param caller sends
 * @param aim makes of a request with a body what may be sent
 */
record BodySearch(Recipes recipes, Caller caller, UnaryOperator<Request> aim) {
    /** {@return whether a body was found} */
    boolean find(Operation operation, Request right, BiConsumer<Request, Response> answered) {
        Iterator<Request> tries = recipes.tries(operation, right, () -> caller.stored(operation))
                .limit(CreationSearch.MOST_TRIES)
                .iterator();
        while (tries.hasNext()) {
            Request next = tries.next();
            Optional<Response> response = sent(operation, next, answered);
            boolean isTaken = response.filter(answer -> Success.isDocumented(operation, answer.status()))
                    .isPresent();
            if (isTaken && !next.equals(right)) {
                recipes.accept(operation, next);
            }
            if (isTaken) {
                return true;
            }
        }
        return false;
    }

    private Optional<Response> sent(Operation operation, Request next, BiConsumer<Request, Response> answered) {
        Request aimed = aim.apply(next);
        Optional<Response> response = called(operation, aimed, answered);
        for (int i = 0;
                i < CreationSearch.MOST_CONFLICTS && CreationSearch.isLearned(recipes, operation, aimed, response);
                i++) {
            aimed = aim.apply(next);
            response = called(operation, aimed, answered);
        }
        return response;
    }

    private Optional<Response> called(Operation operation, Request aimed, BiConsumer<Request, Response> answered) {
        Optional<Response> response = caller.call(operation, aimed);
        response.ifPresent(answer -> answered.accept(aimed, answer));
        return response;
    }
}
