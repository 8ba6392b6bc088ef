package plumbline.guard.comparison;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.guard.comparison.changes.HookChange;
import plumbline.guard.comparison.changes.MessageSide;

/** Compares what clients may answer to a webhook or a callback. */
record HookAnswerComparison(OperationDifferences differences, Operation before, Operation now) {
    void compare() {
        for (ResponseSpec answer : before.responses()) {
            Optional<ResponseSpec> same = ResponseComparison.find(now, answer);
            if (same.isPresent()) {
                compare(answer, same.get());
            } else {
                differences.tell(
                        HookChange.HOOK_ANSWER_STATUS_REMOVED,
                        "the answer " + answer.key() + " is gone",
                        answer.node(),
                        answers(now));
            }
        }
        for (ResponseSpec answer : now.responses()) {
            if (ResponseComparison.find(before, answer).isEmpty()) {
                differences.tell(
                        HookChange.HOOK_ANSWER_STATUS_ADDED,
                        "the answer " + answer.key() + " is new",
                        answers(before),
                        answer.node());
            }
        }
    }

    private static Node answers(Operation operation) {
        return operation.node().get("responses").orElse(operation.node());
    }

    private void compare(ResponseSpec answer, ResponseSpec answerNow) {
        boolean hadBody = !answer.content().isEmpty();
        boolean hasBody = !answerNow.content().isEmpty();
        if (hadBody != hasBody) {
            differences.tell(
                    hasBody ? HookChange.HOOK_ANSWER_BODY_ADDED : HookChange.HOOK_ANSWER_BODY_REMOVED,
                    hasBody ? "the answer has a body now" : "the answer has no body any more",
                    answer.node(),
                    answerNow.node());
        } else {
            new HookContentComparison(differences, MessageSide.REQUEST, answer.node(), answerNow.node())
                    .compare(answer.content(), answerNow.content());
        }
        for (Parameter header : required(answerNow)) {
            if (!isNeeded(header, answer)) {
                differences.tell(
                        HookChange.REQUIRED_HOOK_ANSWER_HEADER_ADDED,
                        "the answer needs the header '" + header.name() + "' now",
                        answer.node().get("headers").orElse(answer.node()),
                        header.node());
            }
        }
        for (Parameter header : required(answer)) {
            if (!isNeeded(header, answerNow)) {
                differences.tell(
                        HookChange.HOOK_ANSWER_HEADER_DROPPED,
                        "the answer no longer needs the header '" + header.name() + "'",
                        header.node(),
                        answerNow.node().get("headers").orElse(answerNow.node()));
            }
        }
    }

    private static List<Parameter> required(ResponseSpec answer) {
        return answer.headers().stream().filter(Parameter::required).toList();
    }

    private static boolean isNeeded(Parameter header, ResponseSpec answer) {
        return required(answer).stream().anyMatch(other -> other.name().equalsIgnoreCase(header.name()));
    }
}
