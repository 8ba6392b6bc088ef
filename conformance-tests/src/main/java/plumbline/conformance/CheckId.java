package plumbline.conformance;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import plumbline.contract.validation.Violation;
import plumbline.finding.Finding;

/** The names of all checks, as users read and write them: in small letters with hyphens. */
public enum CheckId {
    // By one answer, in the order in which findings are best read.
    NO_SERVER_ERROR,
    EXPECTED_STATUS,
    CREDENTIALS_REQUIRED,
    REFUSAL_DOES_NOT_LEAK,
    CHALLENGE,
    UNDOCUMENTED_METHOD_REFUSED,
    UNDOCUMENTED_VALUE_REFUSED,
    VALID_INPUT_ACCEPTED,
    INVALID_INPUT_REFUSED,
    UNKNOWN_ITEM_NOT_FOUND,
    MEDIA_TYPE_NEGOTIATED,
    STATUS_DOCUMENTED,
    MEDIA_TYPE_DOCUMENTED,
    HEADERS_DOCUMENTED,
    CONTENT_DECODABLE,
    CONTENT_LENGTH,
    STRICT_JSON,
    SCHEMA,
    PATH_VALUE_RETURNED,
    REPEATABLE_GET,
    HEAD_AGREES_WITH_GET,
    CHARSET,
    REDIRECT_LEADS_SOMEWHERE,
    INTERNALS_HIDDEN,
    UNDOCUMENTED_PROPERTIES,
    UNDOCUMENTED_HEADERS,
    CREDENTIALS_HIDDEN,

    // By whether an answer came at all.
    CONNECTION,

    // By several answers.
    CONDITIONAL_GET,
    CREATED_IS_LISTED,
    CREATED_IS_READ,
    DELETED_IS_GONE,
    KEYS_ARE_UNIQUE,
    LINKS_LEAD_SOMEWHERE,
    LIST_AGREES_WITH_ITEM,
    LOCATION_IS_KNOWN,
    PAGES,
    PATCH_CHANGES_ONLY_WHAT_IT_SAYS,
    PUT_TAKES_EFFECT;

    /** {@return a finding of this check, without details} */
    public Finding finding(String message) {
        return Finding.of(toString(), message);
    }

    /** {@return the finding that a violation is} */
    public Finding finding(Violation violation) {
        return Finding.of(toString(), violation);
    }

    /** {@return whether this check found it} */
    public boolean isOf(Finding finding) {
        return toString().equals(finding.check());
    }

    /** {@return how users write all of them} */
    public static List<String> names() {
        return names(List.of(values()));
    }

    /** {@return how users write these, in their order} */
    public static List<String> names(Collection<CheckId> ids) {
        return ids.stream().map(CheckId::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
