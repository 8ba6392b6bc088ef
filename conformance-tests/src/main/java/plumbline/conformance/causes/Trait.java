package plumbline.conformance.causes;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.conformance.CheckId;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;

/**
 * What tells one cause from another, beside the check.
 *
 * @param place the place in the contract; without the operation where it is one that each operation has, and empty where
 *     it says nothing of the cause
 * @param kind the kind of difference; may be empty
 */
record Trait(String place, String kind) {
    /** Programs read what they cannot for nothing, or as something else, and skip what they do not know, everywhere alike. */
    private static final Pattern MISREAD =
            Pattern.compile(".*?\\bsince (query|header|cookie|path|body)\\b.*? is of type (null)?.*", Pattern.DOTALL);

    private static final Pattern REPEATED =
            Pattern.compile(".*?\\bsince .* is given [0-9]+ times, but takes one value", Pattern.DOTALL);

    private static final Pattern SKIPPED = Pattern.compile(".*?\\bsince body\\b.*", Pattern.DOTALL);

    /** Below these, what is documented is one thing, wherever it is used. */
    private static final Pattern OWN = Pattern.compile(".*/(components|schema|schemas|parameters|definitions)/.*");

    private static final Pattern OPERATION = Pattern.compile("/paths/[^/]*/[^/]*");
    private static final Pattern SUCCESS = Pattern.compile(".*/responses/[123][0-9X]{2}(/.*)?");
    private static final Pattern INDEX = Pattern.compile("/[0-9]+(?=/|$)");
    private static final Pattern REFUSAL = Pattern.compile("(a documented 4|4[0-9]{2}\\b|any status below).*");
    private static final Pattern LACKING = Pattern.compile("property '.*'");

    /** What several answers tell is told of one kind of item. */
    private static final Set<CheckId> OF_ITEMS = Set.of(
            CheckId.CONDITIONAL_GET,
            CheckId.CREATED_IS_LISTED,
            CheckId.CREATED_IS_READ,
            CheckId.DELETED_IS_GONE,
            CheckId.KEYS_ARE_UNIQUE,
            CheckId.LINKS_LEAD_SOMEWHERE,
            CheckId.LIST_AGREES_WITH_ITEM,
            CheckId.LOCATION_IS_KNOWN,
            CheckId.PAGES,
            CheckId.PATCH_CHANGES_ONLY_WHAT_IT_SAYS,
            CheckId.PUT_TAKES_EFFECT);

    static Trait of(Finding finding) {
        String pointer = finding.documented().map(Place::pointer).orElse("");
        Optional<CheckId> check = CheckId.parse(finding.check());
        if (check.isEmpty() || OF_ITEMS.contains(check.get())) {
            return new Trait(pointer, location(finding));
        }
        return switch (check.get()) {
            case NO_SERVER_ERROR ->
                new Trait("", finding.actual() + (isOfRefusal(finding) ? " for a wrong request" : ""));
            case EXPECTED_STATUS, STATUS_DOCUMENTED, UNKNOWN_ITEM_NOT_FOUND ->
                new Trait("", firstWord(finding.actual()));
            case MEDIA_TYPE_DOCUMENTED, CHARSET -> new Trait(side(pointer), essence(finding.actual()));
            case CREDENTIALS_REQUIRED, UNDOCUMENTED_METHOD_REFUSED ->
                new Trait(shared(pointer), location(finding) + " " + statusClass(finding));
            case VALID_INPUT_ACCEPTED -> new Trait(pointer, finding.actual());
            case INVALID_INPUT_REFUSED ->
                taken(finding, pointer)
                        .map(kind -> new Trait("", kind))
                        .orElseGet(() -> new Trait(shared(pointer), lacking(finding)));
            case SCHEMA, UNDOCUMENTED_VALUE_REFUSED -> new Trait(shared(pointer), lacking(finding));
            case STRICT_JSON, CONNECTION, CONTENT_LENGTH -> new Trait("", "");
            default -> new Trait(shared(pointer), location(finding));
        };
    }

    /** {@return where the contract is broken, of a finding that has its cause with those at other places; empty for others} */
    static String spot(Finding finding) {
        String pointer = finding.documented().map(Place::pointer).orElse("");
        return CheckId.INVALID_INPUT_REFUSED.isOf(finding)
                        && taken(finding, pointer).isPresent()
                ? pointer
                : "";
    }

    /** {@return in which way programs take what is wrong, if it is one in which they do so everywhere} */
    private static Optional<String> taken(Finding finding, String pointer) {
        Matcher misread = MISREAD.matcher(finding.expected());
        if (pointer.endsWith("/type") && misread.matches()) {
            return Optional.of(misread.group(1) + (misread.group(2) == null ? " type" : " null"));
        }
        if (REPEATED.matcher(finding.expected()).matches()) {
            return Optional.of("repeated");
        }
        boolean isSkipped = pointer.endsWith("/additionalProperties") || pointer.endsWith("/unevaluatedProperties");
        return isSkipped && SKIPPED.matcher(finding.expected()).matches()
                ? Optional.of("unknown property")
                : Optional.empty();
    }

    /** A place that stands in every operation alike says nothing of the operation. */
    private static String shared(String pointer) {
        return OWN.matcher(pointer).matches()
                ? pointer
                : OPERATION.matcher(pointer).replaceFirst("").replaceFirst("/responses/[^/]+", "/responses");
    }

    private static String side(String pointer) {
        return SUCCESS.matcher(pointer).matches() ? "success" : "failure";
    }

    private static boolean isOfRefusal(Finding finding) {
        return REFUSAL.matcher(finding.expected()).matches();
    }

    /** {@return whether it says that a property is missing} */
    static boolean isLack(Finding finding) {
        return LACKING.matcher(finding.expected()).matches();
    }

    /** Two properties that are missing are two faults, at one place in the contract. */
    private static String lacking(Finding finding) {
        return isLack(finding) ? finding.expected() : "";
    }

    private static String location(Finding finding) {
        return INDEX.matcher(finding.location()).replaceAll("/*");
    }

    private static String firstWord(String text) {
        return text.split(" ", 2)[0];
    }

    private static String statusClass(Finding finding) {
        return finding.actual().startsWith("2") ? "accepted" : "";
    }

    private static String essence(String type) {
        return type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
