package plumbline.conformance.report.causes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.conformance.causes.CauseId;
import plumbline.conformance.report.results.CaseResult;
import plumbline.finding.Finding;
import plumbline.text.PlainText;

/**
 * What many findings have in common.
 *
 * @param id its name, which users can keep
 * @param finding what was found in the example
 * @param example the case that shows it with the least
 * @param cases the ids of all cases that show it
 * @param operations the ids of their operations
 * @param followers what follows from it, each kind once
 * @param places what was found at each of the places in the contract that it is about, by their JSON pointers; none if it is
 *     about no place, or the finding says all
 */
public record Cause(
        CauseId id,
        Finding finding,
        CaseResult example,
        List<String> cases,
        List<String> operations,
        List<Finding> followers,
        Map<String, Finding> places) {
    public Cause {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        cases = List.copyOf(cases);
        operations = List.copyOf(operations);
        followers = List.copyOf(followers);
    }

    /** {@return what keeps it from being told, as an item of the list {@code ignore} of the settings} */
    public String ignoreEntry() {
        return "- {cause: " + id + ", reason: say why}";
    }

    /** {@return how often it was seen, as in {@code 47 cases of 2 operations: getUser, getBook}} */
    public String extent(int most) {
        return counted(cases.size(), "case") + " of "
                + (operations.size() == 1 ? "" : operations.size() + " operations: ")
                + PlainText.listed(operations, most);
    }

    /** {@return a number of things, as in {@code 1 case}} */
    public static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
