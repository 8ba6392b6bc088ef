package plumbline.contract.validation;

import com.networknt.schema.Error;
import java.util.List;

/**
 * Picks the errors that a reader needs.
 *
 * @param errors all errors of one validation
 */
record RelevantErrors(List<Error> errors) {
    private static final int MOST_ERRORS = 50;

    List<Error> list() {
        return errors.stream()
                .filter(error -> error.getKeyword() != null)
                .limit(MOST_ERRORS)
                .toList();
    }
}
