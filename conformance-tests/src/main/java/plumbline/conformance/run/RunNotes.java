package plumbline.conformance.run;

import java.util.ArrayList;
import java.util.List;
import plumbline.conformance.credentials.Credentials;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.RunSetting;
import plumbline.contract.Contract;
import plumbline.contract.operation.Operation;
import plumbline.finding.Ignore;

/**
 * What the reader of a run must know beside its verdicts.
 *
 * @param selection which part of the plan is run
 * @param contract the contract
 * @param credentials what they are called with
 * @param isInsecure whether certificates of the target are not checked
 * @param unsent how many cases are not sent, since they may change something
 */
record RunNotes(
        Selection selection, Contract contract, OperationCredentials credentials, boolean isInsecure, long unsent) {
    private static final int MOST_LEFT = 20;

    /** {@return what must be known before the first verdict} */
    List<String> before() {
        List<Operation> operations = contract.operations();
        List<String> notes = new ArrayList<>(selection.notes(operations));
        if (credentials.areMadeUp(operations)) {
            notes.add("No credentials are given and the target is on this machine, so made-up ones are sent ("
                    + Credentials.STAND_IN_USER + ").");
        }
        if (isInsecure) {
            notes.add(
                    "Certificates are not checked, as was asked for: somebody else may have answered for the target.");
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
        contract.mendings()
                .forEach(mending ->
                        notes.add("The contract has a fault, so that not all of it was judged: " + mending + "."));
        if (!known.isEmpty()) {
            notes.add("Requests were about what the target has: " + String.join("; ", known) + ".");
        }
        if (!selection.isPartial()) {
            unused.forEach(ignore -> notes.add(unused(ignore)));
        }
        left.stream().limit(MOST_LEFT).forEach(item -> notes.add(Report.Heading.LEFT_BEHIND + item + "."));
        if (left.size() > MOST_LEFT) {
            notes.add(Report.Heading.LEFT_BEHIND
                    + (left.size() - MOST_LEFT)
                    + (left.size() == MOST_LEFT + 1 ? " other." : " others."));
        }
        return notes;
    }

    private static String unused(Ignore ignore) {
        return ignore.cause().isEmpty()
                ? "Nothing was found to ignore for '" + ignore + "': take it away."
                : "Gone: " + ignore + " was not found any more: take it out of "
                        + ignore.declared().file() + ".";
    }
}
