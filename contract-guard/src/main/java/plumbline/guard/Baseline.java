package plumbline.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;
import plumbline.finding.Rule;
import plumbline.finding.Severity;
import plumbline.guard.comparison.Comparison;
import plumbline.guard.comparison.changes.Change;
import plumbline.guard.comparison.changes.ChangeKind;
import plumbline.guard.comparison.changes.Impact;
import plumbline.guard.rules.GuardRule;

/**
 * Tells what has changed since an older contract, and what that does to clients.
 *
 * @param old what was read of the older contract; null if there is nothing to compare with
 * @param name how the user names it
 */
public record Baseline(@Nullable DocumentReading old, String name) {
    static final Baseline NONE = new Baseline(null, "");

    private static final String HINT =
            "keep what clients rely on beside what is new, or wait for the next major version;"
                    + " where no client minds, silence this for a reason";

    /** {@return whether a pattern means rules of changes only, so that it fits nothing where nothing is compared} */
    boolean areMeantBy(Ignore ignore) {
        return old == null && ignore.names(rules().stream().map(Rule::id).toList());
    }

    /** {@return all rules of changes} */
    static List<Rule> rules() {
        return ChangeKind.all().stream().map(Baseline::rule).toList();
    }

    /** {@return what has changed, each with its places in the newer document and in the older one} */
    Map<Finding, Change> findings(Contract now) {
        Map<Finding, Change> findings = new LinkedHashMap<>();
        contract()
                .ifPresent(before -> Comparison.between(before, now).stream()
                        .filter(change -> !isAtFault(before, change.before()) && !isAtFault(now, change.now()))
                        .forEach(change -> findings.put(finding(change), change)));
        return findings;
    }

    /** Whether a place is in what was left out or read as it is meant, so that nothing can be told of it. */
    private static boolean isAtFault(Contract contract, Place place) {
        return contract.mendings().stream()
                .map(Problem::place)
                .anyMatch(fault ->
                        fault.file().equals(place.file()) && (place.pointer() + "/").startsWith(fault.pointer() + "/"));
    }

    /** {@return that a document is new, if there should have been an older one} */
    Optional<Finding> added(String document) {
        return old != null || name.isEmpty()
                ? Optional.empty()
                : Optional.of(GuardRule.DOCUMENT_ADDED.at(
                        new Place(document, 1, 1, ""), "is new: " + name + " has no such document", ""));
    }

    /** {@return that a document could not be compared, or not all of it, if it should have been} */
    List<Finding> notCompared(String document, Optional<Contract> now) {
        if (old == null) {
            return List.of();
        }
        if (now.isEmpty()) {
            return List.of(GuardRule.NOT_COMPARED.at(
                    new Place(document, 1, 1, ""),
                    "was not compared with " + name + ", since it cannot be read as a whole",
                    "mend its errors first"));
        }
        return Stream.concat(contract().stream(), now.stream())
                .filter(contract -> !contract.mendings().isEmpty())
                .map(Baseline::partly)
                .toList();
    }

    private static Finding partly(Contract contract) {
        List<Problem> mendings = contract.mendings();
        Problem first = mendings.get(0);
        return GuardRule.NOT_COMPARED.at(
                first.place(),
                "was not compared: " + first.message()
                        + (mendings.size() > 1 ? ", and " + (mendings.size() - 1) + " more faults like it" : ""),
                first.hint());
    }

    /** {@return what is wrong with the older contract itself, and with the fixtures as they belong to it} */
    Set<Finding> oldFindings(GuardOptions options) {
        if (old == null) {
            return Set.of();
        }
        return Examination.of(old, options.fixtures(Optional.ofNullable(old.usable())))
                .findings();
    }

    private Optional<Contract> contract() {
        return Optional.ofNullable(old).flatMap(DocumentReading::understood);
    }

    /** {@return the version of the older contract} */
    String version() {
        return contract().map(Versions::of).orElse("");
    }

    private static Finding finding(Change change) {
        Rule rule = rule(change.kind());
        return Finding.of(
                        rule,
                        change.now(),
                        change.message() + subject(change),
                        change.impact() == Impact.BREAKING ? HINT : "")
                .as(severity(change.impact()))
                .beside(change.before());
    }

    private static Rule rule(ChangeKind kind) {
        String law = kind.id().replace('-', ' ') + ": " + kind.consequence();
        return new Rule(kind.id(), severity(kind.impact()), law);
    }

    private static Severity severity(Impact impact) {
        return switch (impact) {
            case BREAKING -> Severity.ERROR;
            case WARNING -> Severity.WARNING;
            case COMPATIBLE -> Severity.NOTE;
        };
    }

    /** The operations, unless the message names the only one. */
    private static String subject(Change change) {
        String first = change.operations().get(0);
        int others = change.operations().size() - 1;
        if (others == 0) {
            return change.message().startsWith(first + " ") ? "" : " (" + first + ")";
        }
        return " (" + first + " and " + others + (others == 1 ? " other)" : " others)");
    }
}
