package plumbline.conformance.suite;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.cases.requests.Fuzzing;

/**
 * What else cases are made from.
 *
 * @param values the file of values and bodies for single operations; null if there is none
 * @param fuzzing how many random cases to make
 */
public record CaseOptions(@Nullable Path values, Fuzzing fuzzing) {
    public static CaseOptions none() {
        return new CaseOptions(null, Fuzzing.none());
    }
}
