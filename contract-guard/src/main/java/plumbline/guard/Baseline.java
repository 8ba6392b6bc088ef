package plumbline.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.DocumentReading;
import plumbline.contract.document.Place;
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
 * @param old the older contract; null if there is nothing to compare with
 * @param name how the user names it
 */
public record Baseline(@Nullable Contract old, String name) {
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
        if (old != null) {
            Comparison.between(old, now).forEach(change -> findings.put(finding(change), change));
        }
        return findings;
    }

    /** {@return that a document is new, if there should have been an older one} */
    Optional<Finding> added(String document) {
        return old != null || name.isEmpty()
                ? Optional.empty()
                : Optional.of(GuardRule.DOCUMENT_ADDED.at(
                        new Place(document, 1, 1, ""), "is new: " + name + " has no such document", ""));
    }

    /** {@return that a document could not be compared, if it should have been} */
    Optional<Finding> notCompared(String document) {
        return old == null
                ? Optional.empty()
                : Optional.of(GuardRule.NOT_COMPARED.at(
                        new Place(document, 1, 1, ""),
                        "was not compared with " + name + ", since it cannot be read as a whole",
                        "mend its errors first"));
    }

    /** {@return what is wrong with the older contract itself, and with the fixtures as they belong to it} */
    Set<Finding> oldFindings(GuardOptions options) {
        if (old == null) {
            return Set.of();
        }
        DocumentReading reading = new DocumentReading(old.root(), old.version(), old.warnings(), old);
        return Examination.of(reading, options.fixtures(Optional.of(old))).findings();
    }

    /** {@return the version of the older contract} */
    String version() {
        return old == null ? "" : Versions.of(old);
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
