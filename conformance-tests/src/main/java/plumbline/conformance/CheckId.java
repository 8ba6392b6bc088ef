package plumbline.conformance;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.contract.validation.Violation;
import plumbline.finding.Finding;

/** The names of all checks, as users read and write them: in small letters with hyphens. */
public enum CheckId {
    // By one answer, in the order in which findings are best read.
    NO_SERVER_ERROR("no request is answered with a 5xx status"),
    EXPECTED_STATUS("a request whose outcome is known is answered with the status for it"),
    CREDENTIALS_REQUIRED("requests without good credentials are refused"),
    REFUSAL_DOES_NOT_LEAK("a refusal does not hold the resource that was refused"),
    CHALLENGE("401 comes with WWW-Authenticate"),
    UNDOCUMENTED_METHOD_REFUSED("a method that is not documented is refused, and 405 comes with Allow"),
    UNDOCUMENTED_VALUE_REFUSED("a parameter value that is not documented is refused"),
    VALID_INPUT_ACCEPTED("a request that is just about valid is not refused as invalid"),
    INVALID_INPUT_REFUSED("a request that is wrong in one way is refused"),
    UNKNOWN_ITEM_NOT_FOUND("what does not exist is not found"),
    MEDIA_TYPE_NEGOTIATED(
            "an Accept header is answered with what it asks for, or with 406 where that is not documented"),
    STATUS_DOCUMENTED("every status is documented"),
    MEDIA_TYPE_DOCUMENTED("the media type of every body is documented"),
    HEADERS_DOCUMENTED("documented response headers are present and valid"),
    CONTENT_DECODABLE("a body can be decoded as its Content-Encoding says"),
    CONTENT_LENGTH("the body is as long as Content-Length says"),
    STRICT_JSON("a body that says it is JSON strictly is"),
    SCHEMA("every body obeys its schema"),
    PATH_VALUE_RETURNED("the item that comes back is the one that was asked for"),
    REPEATABLE_GET("a GET is answered the same again"),
    HEAD_AGREES_WITH_GET("HEAD is answered as GET is, without the body"),
    CHARSET("a text is in the charset that it says it is in"),
    REDIRECT_LEADS_SOMEWHERE("a redirect says where to"),
    INTERNALS_HIDDEN("errors show no stack traces, no messages of databases and no paths of files"),
    UNDOCUMENTED_PROPERTIES("bodies hold documented properties only"),
    UNDOCUMENTED_HEADERS("responses carry documented or usual header fields only"),
    CREDENTIALS_HIDDEN("errors do not repeat credentials"),

    // By whether an answer came at all.
    CONNECTION("every request gets a whole answer"),

    // By several answers.
    CONDITIONAL_GET("a GET that asks for changes only is answered with 304 if there are none"),
    CONDITIONAL_CHANGE("a change of what has changed meanwhile is refused where 412 is documented"),
    CREATED_IS_LISTED("what was created is listed"),
    CREATED_IS_READ("what was created can be read"),
    DELETED_IS_GONE("what was deleted is gone"),
    KEYS_ARE_UNIQUE("two creations make two items"),
    LINKS_LEAD_SOMEWHERE("documented links lead to what they say"),
    LIST_AGREES_WITH_ITEM("a list says the same of an item as the item does"),
    LOCATION_IS_KNOWN("the Location of what was created leads to it"),
    PAGES("the pages of a list hold each item once"),
    PATCH_CHANGES_ONLY_WHAT_IT_SAYS("PATCH changes only what it says"),
    PUT_TAKES_EFFECT("PUT takes effect, and the same again changes nothing");

    private final String purpose;
    private final String written = name().toLowerCase(Locale.ROOT).replace('_', '-');

    CheckId(String purpose) {
        this.purpose = purpose;
    }

    /** {@return what it makes sure of, as a sentence without its full stop} */
    public String purpose() {
        return purpose;
    }

    /** {@return the check that is written so; nothing if there is none} */
    public static Optional<CheckId> parse(String text) {
        return Arrays.stream(values()).filter(id -> id.toString().equals(text)).findFirst();
    }

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
        return written;
    }
}
