package plumbline.guard.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;
import plumbline.finding.Rule;
import plumbline.finding.Severity;

/** What a contract should be like, in the order of documents; a rule is ignored by its name in small letters. */
public enum GuardRule {
    SYNTAX(Severity.ERROR, "The document is well-formed JSON or YAML, and no key stands twice"),
    STRUCTURE(
            Severity.ERROR, "Every value is of the kind that OpenAPI asks for, and nothing that is needed is missing"),
    UNKNOWN_FIELD(Severity.WARNING, "Objects have only fields that their version of OpenAPI knows"),
    REFERENCE(Severity.ERROR, "Every reference leads to something, and not in a circle"),
    REFERENCE_SIBLINGS(Severity.WARNING, "Nothing stands beside a reference that is ignored there"),
    UNUSED_COMPONENT(Severity.NOTE, "Every component is used"),
    OPERATION_ID(Severity.ERROR, "Every operationId is that of one operation"),
    PATH(Severity.ERROR, "Every path is one that a request can have"),
    PATH_COLLISION(Severity.WARNING, "No two paths stand for the same URLs"),
    PATH_AMBIGUOUS(Severity.WARNING, "No URL fits two paths of which neither is the more concrete"),
    PATH_PARAMETER(Severity.ERROR, "The parameters of a path are those in its braces, and required"),
    PARAMETER(Severity.ERROR, "Parameters say where and how their values are sent, each once"),
    MEDIA_TYPE(Severity.WARNING, "Contents are named by media types"),
    RESPONSE(Severity.ERROR, "Operations document responses, by status"),
    RESPONSE_BODY_IGNORED(Severity.WARNING, "Responses that can have no body document none"),
    SUCCESS_MISSING(Severity.NOTE, "Operations document what success looks like"),
    REQUEST_BODY_IGNORED(Severity.WARNING, "Requests that should have no body are documented without one"),
    SECURITY(Severity.ERROR, "Security schemes are defined and complete"),
    SECURITY_SCOPE(Severity.WARNING, "Scopes are defined by the flows of their scheme"),
    SERVER(Severity.ERROR, "Server URLs can be read, and their variables are declared"),
    TAG(Severity.WARNING, "Tags are declared once"),
    SUNSET(Severity.WARNING, "The end of what is deprecated is a date"),
    LINK(Severity.ERROR, "Links lead to operations, and to parameters that these have"),
    CALLBACK(Severity.WARNING, "Callbacks are named by expressions that can be evaluated"),
    ENCODING(Severity.WARNING, "Encodings are for properties that the schema has"),
    SCHEMA(Severity.ERROR, "The keywords of schemas are of the right kind"),
    SCHEMA_ENDLESS(Severity.ERROR, "No schema refers to itself without end"),
    SCHEMA_BOUNDS(Severity.ERROR, "Lower bounds are not above upper ones"),
    SCHEMA_ENUM(Severity.WARNING, "The values of an enum are of the type beside it, each once"),
    SCHEMA_TYPE(Severity.WARNING, "Keywords stand beside the type that they are for"),
    SCHEMA_REQUIRED(Severity.WARNING, "Required properties are described"),
    SCHEMA_NULLABLE(Severity.WARNING, "Null is allowed by the means of the version"),
    SCHEMA_ACCESS(Severity.WARNING, "No property is for reading only and for writing only at once"),
    SCHEMA_ITEMS(Severity.WARNING, "Arrays say what their items are, where OpenAPI 3.0 asks for it"),
    SCHEMA_SATISFIABLE(Severity.WARNING, "There is a value for every schema"),
    SCHEMA_EMPTY(Severity.NOTE, "Contents are described by schemas that rule something out"),
    DIALECT(Severity.WARNING, "The dialect of schemas is one that is known"),
    PATTERN(Severity.WARNING, "Patterns are regular expressions that can be used"),
    FORMAT(Severity.WARNING, "Formats are spelt as they are known, and stand beside a type that has them"),
    DISCRIMINATOR(Severity.WARNING, "Discriminators name a property that every choice has, and schemas that exist"),
    EXAMPLE(Severity.ERROR, "Examples obey their schemas"),
    SCHEMA_EXAMPLE(Severity.ERROR, "Examples in schemas obey these"),
    DEFAULT(Severity.ERROR, "Defaults obey their schemas"),
    EXAMPLE_FORM(Severity.WARNING, "Examples are given in one way only"),
    EXAMPLE_MISSING(Severity.NOTE, "Documented answers have an example or a fixture"),
    FIXTURE(Severity.ERROR, "Fixtures obey the contract"),
    FIXTURE_UNSERVED(Severity.ERROR, "Every fixture answers an operation, and is the only one for its URL"),
    UNJUDGED(Severity.NOTE, "The document can be read as a whole, so that all of it can be judged"),
    NOT_COMPARED(Severity.NOTE, "A contract that is compared with an older one can be read"),
    DOCUMENT_ADDED(Severity.NOTE, "A contract that is compared with an older one was there before"),
    VERSION_NOT_RAISED(Severity.WARNING, "A version that breaks clients is a new major version"),
    SILENCE_UNUSED(Severity.WARNING, "Every entry of 'ignore' fits a finding"),
    BASELINE_OUTDATED(Severity.NOTE, "What was known before is still found");

    private final Severity severity;
    private final String law;

    GuardRule(Severity severity, String law) {
        this.severity = severity;
        this.law = law;
    }

    /** {@return all rules, in the order of documents} */
    public static List<Rule> all() {
        return Arrays.stream(values()).map(GuardRule::rule).toList();
    }

    /** {@return this rule, as findings name it} */
    public Rule rule() {
        return new Rule(name().toLowerCase(Locale.ROOT).replace('_', '-'), severity, law);
    }

    /** {@return that this rule is broken at a place} */
    public Finding at(Place place, String message, String hint) {
        return Finding.of(rule(), place, message, hint);
    }

    /** {@return what a reader found, as a finding; warnings stay that} */
    public static Finding finding(Problem problem) {
        Finding finding = of(problem.topic())
                .at(problem.place(), problem.message(), problem.hint())
                .remediedBy(problem.remedy());
        return finding.as(problem.severity() == Problem.Severity.ERROR ? Severity.ERROR : Severity.WARNING);
    }

    private static GuardRule of(Topic topic) {
        return switch (topic) {
            // A document that cannot be had is no finding; one that a reference cannot reach is.
            case SOURCE, STRUCTURE -> STRUCTURE;
            case SYNTAX -> SYNTAX;
            case REFERENCE -> REFERENCE;
            case OPERATION_ID -> OPERATION_ID;
            case PATH -> PATH;
            case PATH_COLLISION -> PATH_COLLISION;
            case PATH_AMBIGUOUS -> PATH_AMBIGUOUS;
            case PATH_PARAMETER -> PATH_PARAMETER;
            case PARAMETER -> PARAMETER;
            case MEDIA_TYPE -> MEDIA_TYPE;
            case RESPONSE -> RESPONSE;
            case SECURITY -> SECURITY;
            case SERVER -> SERVER;
            case SCHEMA -> SCHEMA;
            case SCHEMA_ENUM -> SCHEMA_ENUM;
            case SCHEMA_SATISFIABLE -> SCHEMA_SATISFIABLE;
            case SCHEMA_ENDLESS -> SCHEMA_ENDLESS;
            case SCHEMA_NULLABLE -> SCHEMA_NULLABLE;
            case DIALECT -> DIALECT;
            case PATTERN -> PATTERN;
            case DISCRIMINATOR -> DISCRIMINATOR;
            case EXAMPLE -> EXAMPLE;
            case SCHEMA_EXAMPLE -> SCHEMA_EXAMPLE;
            case DEFAULT -> DEFAULT;
        };
    }

    /** {@return that not everything could be looked at} */
    public static Finding unjudged(String document) {
        return UNJUDGED.at(
                new Place(document, 1, 1, ""),
                "fixtures, links and whether schemas have values were not judged, nor examples where errors are, since"
                        + " the document cannot be read as a whole",
                "mend its errors first");
    }

    /** {@return whether a finding says that not everything could be looked at} */
    public static boolean isUnjudgedAsAWhole(Finding finding) {
        return finding.rule().equals(UNJUDGED.rule())
                && finding.place().pointer().isEmpty();
    }

    /** {@return whether a finding says that something else was not found, which another document may have} */
    public static boolean isOfNothingFound(Finding finding) {
        return finding.rule().equals(BASELINE_OUTDATED.rule()) || finding.rule().equals(SILENCE_UNUSED.rule());
    }

    /** {@return that a known finding is gone} */
    public static Finding gone(String file, String entry) {
        return BASELINE_OUTDATED.at(
                new Place(file, 1, 1, ""), entry + " is gone, which was known", "write the file anew");
    }

    /** {@return that an entry of what is ignored fits no finding} */
    public static Finding unused(Ignore ignore) {
        return SILENCE_UNUSED.at(
                ignore.declared(),
                "nothing is found that '" + ignore + "' would silence",
                "remove it, or mend its rule and place");
    }
}
