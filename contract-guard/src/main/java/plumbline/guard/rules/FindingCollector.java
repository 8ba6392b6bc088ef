package plumbline.guard.rules;

import java.util.LinkedHashSet;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.finding.Finding;
import plumbline.finding.Severity;

/** Collects findings, each once. */
public final class FindingCollector {
    private final Set<Finding> found = new LinkedHashSet<>();

    public void add(Finding finding) {
        found.add(finding);
    }

    public void add(GuardRule rule, Node node, String message, String hint) {
        found.add(rule.at(node.place(), message, hint));
    }

    public void add(GuardRule rule, Severity severity, Node node, String message, String hint) {
        found.add(rule.at(node.place(), message, hint).as(severity));
    }

    /** Takes a finding in place of another of the same rule and place. */
    public void replace(Finding finding) {
        found.removeIf(
                other -> other.rule().equals(finding.rule()) && other.place().equals(finding.place()));
        found.add(finding);
    }

    /** {@return whether an error is known at a place} */
    public boolean hasErrorAt(Node node) {
        return found.stream()
                .anyMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.place().pointer().equals(node.pointer())
                        && finding.place().file().equals(node.document().name()));
    }

    /** {@return whether one of these rules is known to be broken within a node} */
    public boolean has(Set<GuardRule> rules, Node within) {
        return found.stream()
                .filter(finding -> rules.stream()
                        .anyMatch(rule -> rule.rule().id().equals(finding.rule().id())))
                .anyMatch(finding ->
                        finding.place().file().equals(within.document().name())
                                && finding.place().pointer().startsWith(within.pointer() + "/"));
    }

    public Set<Finding> found() {
        return found;
    }
}
