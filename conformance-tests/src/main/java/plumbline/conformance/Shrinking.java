package plumbline.conformance;

import java.util.List;

/** Knows smaller cases that ask the same, for a case that failed. */
@FunctionalInterface
public interface Shrinking {
    /** {@return smaller cases, the smallest first; none if there are none} */
    List<Case> smaller();
}
