package plumbline.conformance.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.finding.Ignore;
import plumbline.text.Spelling;
import plumbline.text.UnusableInputException;

/**
 * Which findings count.
 *
 * @param only the ids of the checks that judge; none means all
 * @param skipped the ids of checks that do not judge
 * @param ignores findings that the user lives with
 * @param strict whether what is not documented, but harmless, makes a case fail
 * @param successRequired whether a run fails in which an operation was called and never answered with success
 */
public record CheckOptions(
        Set<String> only, Set<String> skipped, List<Ignore> ignores, boolean strict, boolean successRequired) {
    public CheckOptions {
        only = Set.copyOf(only);
        skipped = Set.copyOf(skipped);
        ignores = List.copyOf(ignores);
    }

    /** Options of a run that does not fail for what is never answered with success. */
    public CheckOptions(Set<String> only, Set<String> skipped, List<Ignore> ignores, boolean strict) {
        this(only, skipped, ignores, strict, false);
    }

    /** {@return all findings count, except of what is harmless} */
    public static CheckOptions standard() {
        return new CheckOptions(Set.of(), Set.of(), List.of(), false);
    }

    /** {@return the same, where what is harmless counts too, or does not} */
    public CheckOptions withStrict(boolean other) {
        return new CheckOptions(only, skipped, ignores, other, successRequired);
    }

    public CheckOptions withIgnores(List<Ignore> others) {
        return new CheckOptions(only, skipped, others, strict, successRequired);
    }

    /** {@return the same, where a run fails for what is never answered with success, or does not} */
    public CheckOptions withSuccessRequired(boolean other) {
        return new CheckOptions(only, skipped, ignores, strict, other);
    }

    /**
     * {@return the checks that judge}
     *
     * @throws UnusableInputException if a check is named that does not exist, or none is left
     */
    public List<Check> checks(List<Check> all) {
        Set<String> known =
                new LinkedHashSet<>(CheckId.names(all.stream().map(Check::id).toList()));
        List<String> named = new ArrayList<>(only);
        named.addAll(skipped);
        named.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new UnusableInputException("there is no check '" + name + "'"
                            + Spelling.suggestion(name, known) + "; the checks are " + String.join(", ", known));
                });
        ignores.stream().flatMap(ignore -> ignore.rule().stream()).forEach(rule -> {
            if (CheckId.names().stream().noneMatch(rule::fits)) {
                throw new UnusableInputException("findings of '" + rule
                        + "' cannot be ignored, since there is no such check"
                        + Spelling.suggestion(rule.text(), CheckId.names()));
            }
        });
        List<Check> left =
                all.stream().filter(check -> isWanted(check.id().toString())).toList();
        if (left.isEmpty()) {
            throw new UnusableInputException("no check is left, so nothing would be checked");
        }
        return left;
    }

    private boolean isWanted(String id) {
        return (only.isEmpty() || only.contains(id)) && !skipped.contains(id);
    }

    /** {@return whether this is all that judges, so that no case may lack its deciding check} */
    boolean isPartial() {
        return !only.isEmpty() || !skipped.isEmpty();
    }
}
