package plumbline.guard.rules;

import java.util.LinkedHashSet;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.finding.Finding;
import plumbline.finding.Rule;
import plumbline.finding.Severity;

/** Collects findings, each once. */
final class Notes {
    private final Set<Finding> found = new LinkedHashSet<>();

    void add(Finding finding) {
        found.add(finding);
    }

    void add(Rule rule, Node node, String message, String hint) {
        found.add(Finding.of(rule, node.place(), message, hint));
    }

    void add(Rule rule, Severity severity, Node node, String message, String hint) {
        found.add(Finding.of(rule, node.place(), message, hint).as(severity));
    }

    /** Takes a finding in place of another of the same rule and place. */
    void replace(Finding finding) {
        found.removeIf(
                other -> other.rule().equals(finding.rule()) && other.place().equals(finding.place()));
        found.add(finding);
    }

    /** {@return whether an error is known at a place} */
    boolean hasErrorAt(Node node) {
        return found.stream()
                .anyMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.place().pointer().equals(node.pointer())
                        && finding.place().file().equals(node.document().name()));
    }

    Set<Finding> found() {
        return found;
    }
}
