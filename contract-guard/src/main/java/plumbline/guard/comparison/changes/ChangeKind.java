package plumbline.guard.comparison.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A kind of change.
 *
 * @param id the name by which it is silenced, such as {@code request-property-became-required}
 * @param impact what it does to clients
 * @param consequence the same in words
 */
public record ChangeKind(String id, Impact impact, String consequence) {
    /** {@return all kinds, those for operations first} */
    public static List<ChangeKind> all() {
        List<ChangeKind> kinds = new ArrayList<>(Arrays.stream(OperationChange.values())
                .map(OperationChange::kind)
                .toList());
        kinds.addAll(Arrays.stream(HookChange.values()).map(HookChange::kind).toList());
        for (SchemaChange change : SchemaChange.values()) {
            Stream.of(MessageSide.REQUEST, MessageSide.RESPONSE)
                    .filter(change::isFor)
                    .map(change::on)
                    .forEach(kinds::add);
        }
        return List.copyOf(kinds);
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
