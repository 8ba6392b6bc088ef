package plumbline.contract.mending;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.MendingRule;
import plumbline.contract.mending.schemas.SchemaRules;

/** All rules, in the order in which they are tried. */
final class Rules {
    private static final List<MendingRule> ALL = Stream.concat(
                    Stream.of(
                            new FollowedReference(),
                            new BrokenReference(),
                            new UndeclaredPathParameter(),
                            new SharedOperationId(),
                            new PathText(),
                            new StatusText()),
                    SchemaRules.all().stream())
            .toList();

    private Rules() {}

    /** {@return whether there are rules for what leaves a document usable, too} */
    static boolean mayMend(Problem warning) {
        return warning.topic() == Topic.SCHEMA_NULLABLE;
    }

    static Optional<String> mend(Fault fault) {
        for (MendingRule rule : ALL) {
            Optional<String> done = rule.mend(fault);
            if (done.isPresent()) {
                return done;
            }
        }
        return Optional.empty();
    }
}
