package plumbline.conformance.items;

import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** Where it is noted what has been created and is to be removed. */
public interface Removals {
    /** Notes what removes something that has just been created. */
    void removeLater(Object creator, Operation operation, Request removal);

    /** {@return whether something at this path is still to be removed} */
    boolean isOwed(String path);

    /** Notes that what was at this path is gone. */
    void isRemoved(String path);

    /** Notes that something was created that cannot be removed. */
    void isLeft(String what);
}
