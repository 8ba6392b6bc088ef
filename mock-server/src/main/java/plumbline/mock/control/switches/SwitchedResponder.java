package plumbline.mock.control.switches;

import java.util.function.Function;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.mock.engine.EngineAnswer;

/** Answers requests, as operations are switched. */
@FunctionalInterface
public interface SwitchedResponder {
    /**
     * {@return the answer, as soon as it can be}
     *
     * @param switches tells what an operation does
     */
    EngineAnswer answer(Request request, Function<Operation, Switch> switches);
}
