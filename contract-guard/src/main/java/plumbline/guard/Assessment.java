package plumbline.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import plumbline.contract.document.CallerRemedy;
import plumbline.contract.document.Document;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;
import plumbline.finding.Severity;
import plumbline.guard.rules.GuardRule;

/**
 * What the guard thinks of a contract.
 *
 * @param title the title of the API, or the name of its document
 * @param document the name of its document
 * @param findings what is wrong, by place
 * @param silenced what the user lives with
 * @param documents the documents that were read, by name
 * @param changelog what has changed since an older contract
 */
public record Assessment(
        String title,
        String document,
        List<Finding> findings,
        Map<Finding, Ignore> silenced,
        Map<String, Document> documents,
        Changelog changelog) {
    public Assessment {
        findings = List.copyOf(findings);
        silenced = Collections.unmodifiableMap(new LinkedHashMap<>(silenced));
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
    }

    /**
     * {@return what the guard thinks of several contracts, as one}
     *
     * @param all what it thinks of each
     */
    public static Assessment together(List<Assessment> all) {
        if (all.size() == 1) {
            return all.get(0);
        }
        Set<Finding> findings = new LinkedHashSet<>();
        Map<Finding, Ignore> silenced = new LinkedHashMap<>();
        Map<String, Document> documents = new LinkedHashMap<>();
        List<Changelog.Entry> entries = new ArrayList<>();
        for (Assessment one : all) {
            one.findings.stream()
                    .filter(finding -> !GuardRule.isOfNothingFound(finding)
                            || all.stream().allMatch(other -> other.findings.contains(finding)))
                    .forEach(findings::add);
            silenced.putAll(one.silenced);
            documents.putAll(one.documents);
            entries.addAll(one.changelog.entries());
        }
        entries.sort(Comparator.comparing(Changelog.Entry::severity));
        Changelog changelog = new Changelog(all.get(0).changelog.since(), new Versions("", ""), entries);
        String name = all.size() + " documents";
        return new Assessment(name, name, List.copyOf(findings), silenced, documents, changelog);
    }

    /** {@return how many findings are of this severity} */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /**
     * {@return the same, where the texts of findings go on with the means to their remedies}
     *
     * @param means such as " with --allow-remote-refs"
     */
    public Assessment advised(Function<CallerRemedy, String> means) {
        Map<Finding, Ignore> told = new LinkedHashMap<>();
        silenced.forEach((finding, ignore) -> told.put(finding.advised(means), ignore));
        return new Assessment(
                title,
                document,
                findings.stream().map(finding -> finding.advised(means)).toList(),
                told,
                documents,
                changelog);
    }

    /** {@return whether a finding is as bad as this, or worse} */
    public boolean hasAtLeast(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().isAtLeast(severity));
    }
}
