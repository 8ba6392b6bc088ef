package plumbline.conformance.cases;

import java.util.List;
import plumbline.conformance.CaseSource;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;

/**
 * Leaves out operations of which only 1xx statuses are documented: another protocol is spoken after those, such as WebSocket.
 *
 * @param source makes the cases of all others
 */
record OfPlainAnswers(CaseSource source) implements CaseSource {
    @Override
    public Phase phase() {
        return source.phase();
    }

    @Override
    public Cases cases(Operation operation) {
        return draft(operation).settled();
    }

    @Override
    public Draft draft(Operation operation) {
        boolean isSwitch = !operation.responses().isEmpty()
                && operation.responses().stream().allMatch(ResponseSpec::isInterim);
        return isSwitch ? () -> new Cases(List.of(), List.of(omission(operation))) : source.draft(operation);
    }

    private Omission omission(Operation operation) {
        return new Omission(
                operation.id(),
                phase(),
                "all requests",
                "only a switch to another protocol is documented, which is not checked");
    }
}
