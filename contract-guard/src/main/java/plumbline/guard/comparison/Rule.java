package plumbline.guard.comparison;

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
public record Rule(String id, Impact impact, String consequence) {
    /** {@return all rules, those for operations first} */
    public static List<Rule> all() {
        List<Rule> rules = new ArrayList<>(
                Arrays.stream(OperationRule.values()).map(OperationRule::rule).toList());
        for (SchemaRule rule : SchemaRule.values()) {
            Stream.of(Side.REQUEST, Side.RESPONSE)
                    .filter(rule::isFor)
                    .map(rule::on)
                    .forEach(rules::add);
        }
        return List.copyOf(rules);
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
