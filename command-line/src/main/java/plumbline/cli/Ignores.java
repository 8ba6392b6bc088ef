package plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import plumbline.conformance.CheckId;
import plumbline.conformance.causes.CauseId;
import plumbline.finding.Ignore;
import plumbline.finding.Rule;
import plumbline.finding.SeverityChange;
import plumbline.guard.Guard;
import plumbline.settings.Settings;
import plumbline.text.Glob;
import plumbline.text.Spelling;
import plumbline.text.UnusableInputException;

/** Tells apart whose findings a user lives with: one list is for those of messages and of documents. */
final class Ignores {
    private Ignores() {}

    /** {@return those that {@code verify} finds} */
    static List<Ignore> ofMessages(Settings settings) {
        List<String> checks = CheckId.names();
        return known(settings.ignores(Commands.VERIFY)).stream()
                .filter(ignore -> ignore.rule().isEmpty() || ignore.names(checks))
                .toList();
    }

    /** {@return those that {@code check} finds} */
    static List<Ignore> ofDocuments(Settings settings) {
        List<String> rules = Guard.rules().stream().map(Rule::id).toList();
        return known(settings.ignores(Commands.CHECK)).stream()
                .filter(ignore -> ignore.names(rules))
                .toList();
    }

    /** {@return how much the findings of {@code check} matter to the user} */
    static List<SeverityChange> severities(Settings settings) {
        List<String> rules = Guard.rules().stream().map(Rule::id).toList();
        List<SeverityChange> severities = settings.severities(Commands.CHECK);
        for (SeverityChange change : severities) {
            if (!change.names(rules)) {
                String rule = change.rule().text();
                throw new UnusableInputException("how much findings of '" + rule
                        + "' matter cannot be said, since there is no such rule" + Spelling.suggestion(rule, rules)
                        + " [" + change.declared() + "]");
            }
        }
        return severities;
    }

    private static List<Ignore> known(List<Ignore> ignores) {
        List<String> all = new ArrayList<>(CheckId.names());
        Guard.rules().forEach(rule -> all.add(rule.id()));
        for (Ignore ignore : ignores) {
            cause(ignore);
            String rule = ignore.rule().map(Glob::text).orElse("");
            if (!rule.isEmpty() && !ignore.names(all)) {
                throw new UnusableInputException("findings of '" + rule
                        + "' cannot be ignored, since there is no such check" + Spelling.suggestion(rule, all) + " ["
                        + ignore.declared() + "]");
            }
        }
        return ignores;
    }

    private static void cause(Ignore ignore) {
        boolean isKnown = ignore.cause().isEmpty()
                || CauseId.parse(ignore.cause())
                        .filter(id -> CheckId.names().contains(id.check()))
                        .isPresent();
        if (!isKnown) {
            throw new UnusableInputException("'" + ignore.cause()
                    + "' is the name of no cause: copy it from a report, such as schema-3f9a2c [" + ignore.declared()
                    + "]");
        }
    }
}
