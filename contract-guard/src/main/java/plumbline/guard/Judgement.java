package plumbline.guard;

import java.util.List;
import plumbline.finding.Ignore;
import plumbline.finding.SeverityChange;

/**
 * How findings are judged.
 *
 * @param ignores what the user lives with
 * @param severities how much findings matter to the user
 * @param known what was found before
 * @param isOfChanges whether only what the older contract did not have is told
 */
record Judgement(List<Ignore> ignores, List<SeverityChange> severities, KnownFindings known, boolean isOfChanges) {
    static final Judgement PLAIN = new Judgement(List.of(), List.of(), KnownFindings.none(), false);

    Judgement {
        ignores = List.copyOf(ignores);
        severities = List.copyOf(severities);
    }
}
