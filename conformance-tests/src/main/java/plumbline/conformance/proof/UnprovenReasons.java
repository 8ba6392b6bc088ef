package plumbline.conformance.proof;

import java.util.Set;
import plumbline.conformance.proof.Constraint.Kind;
import plumbline.conformance.proof.Constraint.Use;
import plumbline.conformance.result.Proof.Unproven;
import plumbline.conformance.result.RunSetting;

/**
 * Says why constraints are not proven.
 *
 * @param seen the answers that were right, so that something could be broken in them
 * @param wrong the answers in which something was found
 * @param isWritable whether requests that change something are sent
 */
record UnprovenReasons(Set<Use> seen, Set<Use> wrong, boolean isWritable) {
    /** Why something is not proven, and what to do about it. */
    record Reason(String reason, String advice) {
        Unproven of(Constraint constraint) {
            return new Unproven(
                    constraint.aspect(),
                    constraint.text(),
                    constraint.place().get().toString(),
                    reason,
                    advice);
        }
    }

    Reason unnoticed(String how) {
        return new Reason(Unproven.overlooked(how), "do not skip the check that would see it");
    }

    Reason unseen(Constraint constraint, Use use) {
        boolean needsWriting = !isWritable && !use.operation().isSafe();
        if (needsWriting) {
            return new Reason("nothing that writes is sent", "allow it with " + RunSetting.WRITES);
        }
        return switch (constraint.kind()) {
            case SECURITY ->
                new Reason("no bad credentials were refused", "run the phase security, with good credentials");
            case REQUEST ->
                new Reason(
                        "no request that breaks it alone was refused",
                        "run all phases, and name items that exist with " + RunSetting.VALUE);
            default -> response(constraint, use);
        };
    }

    private Reason response(Constraint constraint, Use use) {
        if (seen.contains(use)) {
            String what =
                    constraint.kind() == Kind.HEADER ? "no answer had this header" : "no answer held such a value";
            return new Reason(what, "name an item that has it with " + RunSetting.VALUE + ", or add a fixture");
        }
        if (wrong.contains(use)) {
            return new Reason("every such answer is wrong already", "mend what is found in it first");
        }
        String advice = use.response().startsWith("2")
                ? "name an item that exists with " + RunSetting.VALUE + ", or add an example"
                : "add a fixture that is answered so, such as name." + use.response() + ".json";
        return new Reason("no answer with status " + use.response() + " was seen", advice);
    }

    Reason unbreakable() {
        return new Reason(
                "no value could be made that breaks it alone", "check that it rules anything out that others do not");
    }

    Reason idle() {
        return new Reason(
                "whatever breaks it breaks another one, or is allowed by another",
                "take it away if it is not meant for people");
    }
}
