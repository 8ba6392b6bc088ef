package plumbline.conformance.run;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.result.Report;
import plumbline.contract.operation.Operation;

/** Keeps which operations were called with right requests, and which of them were answered with success. Thread-safe. */
final class Answers {
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    void saw(Exchange exchange) {
        Operation operation = exchange.subject().operation();
        boolean isOwn = exchange.subject().request().method().equals(operation.method());
        boolean isRight = isOwn && isRight(exchange.subject().expectation());
        if (isRight || exchange.comparison().isPresent()) {
            called.add(operation.id());
        }
        boolean isSuccess = isOwn && Success.isDocumented(operation, exchange.status())
                || exchange.comparison()
                        .filter(response -> Success.isDocumented(operation, response.status()))
                        .isPresent();
        if (isSuccess) {
            answered.add(operation.id());
        }
    }

    /** {@return whether a server that is right may answer with success} */
    private static boolean isRight(Expectation expectation) {
        return expectation instanceof Expectation.Success
                || expectation instanceof Expectation.Documented
                || expectation instanceof Expectation.InputAccepted
                || expectation instanceof Expectation.AtLeast;
    }

    /** {@return which of these operations were called in vain, though the contract documents that they can succeed} */
    Report.Unanswered unanswered(List<Operation> operations, boolean isRequired) {
        List<String> vain = operations.stream()
                .filter(Success::isDocumented)
                .map(Operation::id)
                .filter(id -> called.contains(id) && !answered.contains(id))
                .toList();
        return new Report.Unanswered(vain, called.size(), isRequired);
    }
}
