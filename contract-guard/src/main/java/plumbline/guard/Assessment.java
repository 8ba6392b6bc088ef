package plumbline.guard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import plumbline.contract.document.CallerRemedy;
import plumbline.contract.document.Document;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;
import plumbline.finding.Severity;

/**
 * What the guard thinks of a contract.
 *
 * @param title the title of the API, or the name of its document
 * @param document the name of its document
 * @param findings what is wrong, by place
 * @param silenced what the user lives with
 * @param documents the documents that were read, by name
 */
public record Assessment(
        String title,
        String document,
        List<Finding> findings,
        Map<Finding, Ignore> silenced,
        Map<String, Document> documents) {
    public Assessment {
        findings = List.copyOf(findings);
        silenced = Collections.unmodifiableMap(new LinkedHashMap<>(silenced));
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
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
                documents);
    }

    /** {@return whether a finding is as bad as this, or worse} */
    public boolean hasAtLeast(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().isAtLeast(severity));
    }
}
