package plumbline.conformance.causes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.conformance.CheckId;
import plumbline.finding.Finding;

/**
 * A finding of an answer, and those that there would not be without it.
 *
 * @param finding what is wrong
 * @param followers what follows from it
 */
public record Root(Finding finding, List<Finding> followers) {
    private static final Set<CheckId> OF_CONTENT = EnumSet.of(
            CheckId.SCHEMA,
            CheckId.STRICT_JSON,
            CheckId.CHARSET,
            CheckId.UNDOCUMENTED_PROPERTIES,
            CheckId.PATH_VALUE_RETURNED);

    private static final Set<CheckId> OF_OUTCOME = EnumSet.of(
            CheckId.EXPECTED_STATUS,
            CheckId.CREDENTIALS_REQUIRED,
            CheckId.UNDOCUMENTED_METHOD_REFUSED,
            CheckId.VALID_INPUT_ACCEPTED,
            CheckId.INVALID_INPUT_REFUSED,
            CheckId.UNKNOWN_ITEM_NOT_FOUND,
            CheckId.UNDOCUMENTED_VALUE_REFUSED);

    public Root {
        followers = List.copyOf(followers);
    }

    /** {@return the name of the cause} */
    public CauseId cause() {
        return CauseId.of(finding);
    }

    /** {@return the roots of what was found in one answer, in their order} */
    public static List<Root> of(List<Finding> findings) {
        Map<Finding, List<Finding>> roots = new LinkedHashMap<>();
        for (Finding finding : findings) {
            leader(finding, findings)
                    .ifPresentOrElse(
                            leader -> roots.computeIfAbsent(leader, first -> new ArrayList<>())
                                    .add(finding),
                            () -> roots.computeIfAbsent(finding, first -> new ArrayList<>()));
        }
        return roots.entrySet().stream()
                .map(root -> new Root(root.getKey(), root.getValue()))
                .toList();
    }

    /** {@return the root that a finding follows from; nothing if it is one itself} */
    private static Optional<Finding> leader(Finding finding, List<Finding> all) {
        Optional<Finding> leader = all.stream()
                .filter(other -> !other.check().equals(finding.check()) && leads(other, finding)
                        || isOfAnotherShape(other, finding, all))
                .findFirst();
        return leader.flatMap(above -> leader(above, all)).or(() -> leader);
    }

    /** An object that lacks several properties is another object, which is one fault. */
    private static boolean isOfAnotherShape(Finding other, Finding finding, List<Finding> all) {
        return Trait.isLack(other)
                && Trait.isLack(finding)
                && other.place().pointer().equals(finding.place().pointer())
                && other.location().equals(finding.location())
                && all.indexOf(other) < all.indexOf(finding);
    }

    private static boolean leads(Finding other, Finding finding) {
        Predicate<Set<CheckId>> isOneOf = checks -> checks.stream().anyMatch(check -> check.isOf(finding));
        if (CheckId.CONNECTION.isOf(other)) {
            return true;
        }
        if (CheckId.NO_SERVER_ERROR.isOf(other)) {
            return !CheckId.CONNECTION.isOf(finding);
        }
        if (CheckId.MEDIA_TYPE_DOCUMENTED.isOf(other)) {
            return isOneOf.test(OF_CONTENT);
        }
        if (CheckId.CONTENT_DECODABLE.isOf(other)) {
            return isOneOf.test(OF_CONTENT) || CheckId.CONTENT_LENGTH.isOf(finding);
        }
        if (CheckId.STRICT_JSON.isOf(other)) {
            return CheckId.SCHEMA.isOf(finding);
        }
        return CheckId.STATUS_DOCUMENTED.isOf(finding) && OF_OUTCOME.stream().anyMatch(check -> check.isOf(other));
    }
}
