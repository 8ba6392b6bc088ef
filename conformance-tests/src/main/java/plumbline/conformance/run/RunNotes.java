package plumbline.conformance.run;

import java.util.ArrayList;
import java.util.List;
import plumbline.conformance.Report;
import plumbline.conformance.RunSetting;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.target.Credentials;
import plumbline.contract.operation.Operation;
import plumbline.finding.Ignore;

/**
 * What the reader of a run must know beside its verdicts.
 *
 * @param selection which part of the plan is run
 * @param operations all operations of the contract
 * @param credentials what they are called with
 * @param unsent how many cases are not sent, since they may change something
 */
record RunNotes(Selection selection, List<Operation> operations, OperationCredentials credentials, long unsent) {
    private static final int MOST_LEFT = 20;

    /** {@return what must be known before the first verdict} */
    List<String> before() {
        List<String> notes = new ArrayList<>(selection.notes(operations));
        if (credentials.areMadeUp(operations)) {
            notes.add("No credentials are given and the target is on this machine, so made-up ones are sent ("
                    + Credentials.STAND_IN_USER + ").");
        }
        if (unsent > 0) {
            notes.add("Nothing is created, changed or removed, which leaves out " + unsent
                    + (unsent == 1 ? " case" : " cases") + ": allow it with " + RunSetting.WRITES + ".");
        }
        return notes;
    }

    /**
     * {@return all that must be known in the end}
     *
     * @param unused what was to be ignored and has not been found
     * @param left what was created and could not be removed
     * @param known what was learned to exist, and from where
     */
    List<String> after(List<Ignore> unused, List<String> left, List<String> known) {
        List<String> notes = new ArrayList<>(before());
        if (!known.isEmpty()) {
            notes.add("Requests were about what the target lists: " + String.join("; ", known) + ".");
        }
        if (!selection.isPartial()) {
            unused.forEach(ignore -> notes.add("Nothing was found to ignore for '" + ignore + "': take it away."));
        }
        left.stream().limit(MOST_LEFT).forEach(item -> notes.add(Report.Heading.LEFT_BEHIND + item + "."));
        if (left.size() > MOST_LEFT) {
            notes.add(Report.Heading.LEFT_BEHIND + (left.size() - MOST_LEFT) + " others.");
        }
        return notes;
    }
}
