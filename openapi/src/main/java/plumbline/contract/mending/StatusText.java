package plumbline.contract.mending;

import java.util.Locale;
import java.util.Optional;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;

/** A status in letters of the wrong case, such as {@code 2xx}. */
final class StatusText implements MendingRule {
    @Override
    public Optional<String> mend(Fault fault) {
        String name = fault.name();
        String mended = name.matches("(?i)default")
                ? "default"
                : name.toUpperCase(Locale.ROOT).strip();
        boolean isMended = fault.isAbout(Topic.RESPONSE)
                && mended.matches("[1-5]([0-9]{2}|XX)|default")
                && fault.tree().rename(fault.pointer(), mended);
        return isMended ? Optional.of("it is read as '" + mended + "'") : Optional.empty();
    }
}
