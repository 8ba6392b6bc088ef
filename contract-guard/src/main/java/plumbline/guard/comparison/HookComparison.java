package plumbline.guard.comparison;

import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.guard.comparison.changes.HookChange;
import plumbline.guard.comparison.changes.MessageSide;

/** Compares a webhook or a callback with what it was: what is a request to others, clients get here. */
record HookComparison(OperationDifferences differences, Operation before, Operation now) {
    void compare() {
        if (now.description().deprecated() && !before.description().deprecated()) {
            Node place = now.node().get("deprecated").orElse(now.node());
            differences.tell(
                    HookChange.HOOK_DEPRECATED, differences.operation() + " is deprecated now", before.node(), place);
        }
        compareParameters();
        compareBodies();
        new HookAnswerComparison(differences, before, now).compare();
    }

    private void compareParameters() {
        for (Parameter old : before.parameters()) {
            Optional<Parameter> same = find(now, old);
            same.ifPresentOrElse(other -> compare(old, other), () -> tellGone(old));
        }
        for (Parameter other : now.parameters()) {
            if (find(before, other).isEmpty()) {
                Node place = before.node().get("parameters").orElse(before.node());
                differences.tell(
                        HookChange.HOOK_PARAMETER_ADDED,
                        ParameterComparison.title(other) + " is new",
                        place,
                        other.node());
            }
        }
    }

    private static Optional<Parameter> find(Operation operation, Parameter wanted) {
        return operation.parameters(wanted.in()).stream()
                .filter(other -> other.isNamed(wanted.name()))
                .findFirst();
    }

    private void tellGone(Parameter old) {
        HookChange change =
                old.required() ? HookChange.REQUIRED_HOOK_PARAMETER_REMOVED : HookChange.HOOK_PARAMETER_REMOVED;
        Node place = now.node().get("parameters").orElse(now.node());
        differences.tell(change, ParameterComparison.title(old) + " is gone", old.node(), place);
    }

    private void compare(Parameter old, Parameter other) {
        if (old.required() != other.required()) {
            HookChange change = other.required()
                    ? HookChange.HOOK_PARAMETER_BECAME_REQUIRED
                    : HookChange.HOOK_PARAMETER_BECAME_OPTIONAL;
            differences.tell(
                    change,
                    ParameterComparison.title(other) + (other.required() ? " always comes now" : " may be missing now"),
                    old.node().get("required").orElse(old.node()),
                    other.node().get("required").orElse(other.node()));
        }
        differences.compare(
                new OperationDifferences.Described(old.valueSchema(), old.node()),
                new OperationDifferences.Described(other.valueSchema(), other.node()),
                MessageSide.RESPONSE);
    }

    private void compareBodies() {
        RequestBodySpec body = before.body();
        RequestBodySpec bodyNow = now.body();
        if (body != null && bodyNow != null) {
            if (body.required() != bodyNow.required()) {
                differences.tell(
                        bodyNow.required()
                                ? HookChange.HOOK_BODY_BECAME_REQUIRED
                                : HookChange.HOOK_BODY_BECAME_OPTIONAL,
                        bodyNow.required() ? "the body always comes now" : "the body may be missing now",
                        body.node().get("required").orElse(body.node()),
                        bodyNow.node().get("required").orElse(bodyNow.node()));
            }
            new HookContentComparison(differences, MessageSide.RESPONSE, body.node(), bodyNow.node())
                    .compare(body.content(), bodyNow.content());
        } else if (body != null) {
            differences.tell(HookChange.HOOK_BODY_REMOVED, "the body is gone", body.node(), now.node());
        } else if (bodyNow != null) {
            differences.tell(HookChange.HOOK_BODY_ADDED, "there is a body now", before.node(), bodyNow.node());
        }
    }
}
