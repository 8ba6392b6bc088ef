package plumbline.conformance;

import java.util.List;
import plumbline.contract.operation.Operation;

/** Makes the cases of one phase. */
public interface CaseSource {
    Phase phase();

    /** {@return the cases of an operation, and what no case could be made for} */
    Cases cases(Operation operation);

    /**
     * What a source has to say about an operation.
     *
     * @param cases the cases, in the order in which they are sent
     * @param omissions what is left out
     */
    record Cases(List<Case> cases, List<Omission> omissions) {
        public Cases {
            cases = List.copyOf(cases);
            omissions = List.copyOf(omissions);
        }
    }
}
