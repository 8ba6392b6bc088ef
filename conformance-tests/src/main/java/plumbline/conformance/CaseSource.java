package plumbline.conformance;

import java.util.List;
import plumbline.contract.operation.Operation;

/** Makes the cases of one phase. */
public interface CaseSource {
    Phase phase();

    /** {@return the cases of an operation, and what no case could be made for} */
    Cases cases(Operation operation);

    /**
     * {@return the cases of an operation, made while those of others are: they hold once they are settled, which is done in the
     * order of the operations}
     */
    default Draft draft(Operation operation) {
        Cases cases = cases(operation);
        return () -> cases;
    }

    /** Cases that may have taken for granted what the cases of other operations are. */
    interface Draft {
        /** {@return the cases, made anew if they have to be} */
        Cases settled();
    }

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
