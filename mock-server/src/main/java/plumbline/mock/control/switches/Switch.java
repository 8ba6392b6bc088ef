package plumbline.mock.control.switches;

import org.jspecify.annotations.Nullable;
import plumbline.mock.engine.Breakage;

/**
 * What an operation does for a while.
 *
 * @param status the status that it answers with; null for the one that it would
 * @param example the name of the example that it answers with; null for none in particular
 * @param delay how much later it answers; null for as late as all others
 * @param fault how the connection breaks instead of an answer; null if it does not
 * @param empty whether it lists nothing
 */
public record Switch(
        @Nullable Integer status,
        @Nullable String example,
        @Nullable Delay delay,
        @Nullable Breakage fault,
        boolean empty) {
    /** Nothing but what the operation would do anyway. */
    public static final Switch NONE = new Switch(null, null, null, null, false);

    private static final int FIRST_REFUSAL = 400;

    /** {@return one by which an operation answers with this status} */
    public static Switch failing(int status) {
        return new Switch(status, null, null, null, false);
    }

    /** {@return one by which an operation breaks its answers off} */
    public static Switch breaking(Breakage fault) {
        return new Switch(null, null, null, fault, false);
    }

    /** {@return whether every request is refused, be it valid or not} */
    public boolean isRefusal() {
        return status != null && status >= FIRST_REFUSAL;
    }

    /** {@return whether it leaves the answer as it is, however late} */
    public boolean leavesAnswer() {
        return status == null && example == null && fault == null && !empty;
    }
}
