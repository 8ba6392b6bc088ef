package plumbline.guard.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;
import plumbline.finding.Rule;
import plumbline.finding.Severity;

/** All rules. */
public final class Catalogue {
    static final Rule SYNTAX =
            rule("syntax", Severity.ERROR, "The document is well-formed JSON or YAML, and no key stands twice");
    static final Rule STRUCTURE = rule(
            "structure",
            Severity.ERROR,
            "Every value is of the kind that OpenAPI asks for, and nothing that is needed is missing");
    static final Rule UNKNOWN_FIELD =
            rule("unknown-field", Severity.WARNING, "Objects have only fields that their version of OpenAPI knows");
    static final Rule REFERENCE =
            rule("reference", Severity.ERROR, "Every reference leads to something, and not in a circle");
    static final Rule REFERENCE_SIBLINGS =
            rule("reference-siblings", Severity.WARNING, "Nothing stands beside a reference that is ignored there");
    static final Rule UNUSED_COMPONENT = rule("unused-component", Severity.NOTE, "Every component is used");
    static final Rule OPERATION_ID = rule("operation-id", Severity.ERROR, "Every operationId is that of one operation");
    static final Rule PATH = rule("path", Severity.ERROR, "Every path is one that a request can have");
    static final Rule PATH_COLLISION = rule("path-collision", Severity.WARNING, "No two paths stand for the same URLs");
    static final Rule PATH_AMBIGUOUS =
            rule("path-ambiguous", Severity.WARNING, "No URL fits two paths of which neither is the more concrete");
    static final Rule PATH_PARAMETER =
            rule("path-parameter", Severity.ERROR, "The parameters of a path are those in its braces, and required");
    static final Rule PARAMETER =
            rule("parameter", Severity.ERROR, "Parameters say where and how their values are sent, each once");
    static final Rule MEDIA_TYPE = rule("media-type", Severity.WARNING, "Contents are named by media types");
    static final Rule RESPONSE = rule("response", Severity.ERROR, "Operations document responses, by status");
    static final Rule RESPONSE_BODY_IGNORED =
            rule("response-body-ignored", Severity.WARNING, "Responses that can have no body document none");
    static final Rule SUCCESS_MISSING =
            rule("success-missing", Severity.NOTE, "Operations document what success looks like");
    static final Rule REQUEST_BODY_IGNORED = rule(
            "request-body-ignored", Severity.WARNING, "Requests that should have no body are documented without one");
    static final Rule SECURITY = rule("security", Severity.ERROR, "Security schemes are defined and complete");
    static final Rule SECURITY_SCOPE =
            rule("security-scope", Severity.WARNING, "Scopes are defined by the flows of their scheme");
    static final Rule SERVER =
            rule("server", Severity.ERROR, "Server URLs can be read, and their variables are declared");
    static final Rule TAG = rule("tag", Severity.WARNING, "Tags are declared once");
    static final Rule LINK =
            rule("link", Severity.ERROR, "Links lead to operations, and to parameters that these have");
    static final Rule CALLBACK =
            rule("callback", Severity.WARNING, "Callbacks are named by expressions that can be evaluated");
    static final Rule ENCODING = rule("encoding", Severity.WARNING, "Encodings are for properties that the schema has");
    static final Rule SCHEMA = rule("schema", Severity.ERROR, "The keywords of schemas are of the right kind");
    static final Rule SCHEMA_ENDLESS = rule("schema-endless", Severity.ERROR, "No schema refers to itself without end");
    static final Rule SCHEMA_BOUNDS = rule("schema-bounds", Severity.ERROR, "Lower bounds are not above upper ones");
    static final Rule SCHEMA_ENUM =
            rule("schema-enum", Severity.WARNING, "The values of an enum are of the type beside it, each once");
    static final Rule SCHEMA_TYPE =
            rule("schema-type", Severity.WARNING, "Keywords stand beside the type that they are for");
    static final Rule SCHEMA_REQUIRED = rule("schema-required", Severity.WARNING, "Required properties are described");
    static final Rule SCHEMA_NULLABLE =
            rule("schema-nullable", Severity.WARNING, "Null is allowed by the means of the version");
    static final Rule SCHEMA_ACCESS =
            rule("schema-access", Severity.WARNING, "No property is for reading only and for writing only at once");
    static final Rule SCHEMA_ITEMS =
            rule("schema-items", Severity.WARNING, "Arrays say what their items are, where OpenAPI 3.0 asks for it");
    static final Rule SCHEMA_SATISFIABLE =
            rule("schema-satisfiable", Severity.WARNING, "There is a value for every schema");
    static final Rule SCHEMA_EMPTY =
            rule("schema-empty", Severity.NOTE, "Contents are described by schemas that rule something out");
    static final Rule DIALECT = rule("dialect", Severity.WARNING, "The dialect of schemas is one that is known");
    static final Rule PATTERN = rule("pattern", Severity.WARNING, "Patterns are regular expressions that can be used");
    static final Rule DISCRIMINATOR = rule(
            "discriminator",
            Severity.WARNING,
            "Discriminators name a property that every choice has, and schemas that exist");
    static final Rule EXAMPLE = rule("example", Severity.ERROR, "Examples obey their schemas");
    static final Rule SCHEMA_EXAMPLE = rule("schema-example", Severity.ERROR, "Examples in schemas obey these");
    static final Rule DEFAULT = rule("default", Severity.ERROR, "Defaults obey their schemas");
    static final Rule EXAMPLE_FORM = rule("example-form", Severity.WARNING, "Examples are given in one way only");
    static final Rule EXAMPLE_MISSING =
            rule("example-missing", Severity.NOTE, "Documented answers have an example or a fixture");
    static final Rule FIXTURE = rule("fixture", Severity.ERROR, "Fixtures obey the contract");
    static final Rule FIXTURE_UNSERVED = rule(
            "fixture-unserved", Severity.ERROR, "Every fixture answers an operation, and is the only one for its URL");
    static final Rule SILENCE_UNUSED = rule("silence-unused", Severity.WARNING, "Every silence silences something");

    static final Rule UNJUDGED =
            rule("unjudged", Severity.NOTE, "The document can be read as a whole, so that all of it can be judged");

    private static final List<Rule> ALL = List.of(
            SYNTAX,
            STRUCTURE,
            UNKNOWN_FIELD,
            REFERENCE,
            REFERENCE_SIBLINGS,
            UNUSED_COMPONENT,
            OPERATION_ID,
            PATH,
            PATH_COLLISION,
            PATH_AMBIGUOUS,
            PATH_PARAMETER,
            PARAMETER,
            MEDIA_TYPE,
            RESPONSE,
            RESPONSE_BODY_IGNORED,
            SUCCESS_MISSING,
            REQUEST_BODY_IGNORED,
            SECURITY,
            SECURITY_SCOPE,
            SERVER,
            TAG,
            LINK,
            CALLBACK,
            ENCODING,
            SCHEMA,
            SCHEMA_ENDLESS,
            SCHEMA_BOUNDS,
            SCHEMA_ENUM,
            SCHEMA_TYPE,
            SCHEMA_REQUIRED,
            SCHEMA_NULLABLE,
            SCHEMA_ACCESS,
            SCHEMA_ITEMS,
            SCHEMA_SATISFIABLE,
            SCHEMA_EMPTY,
            DIALECT,
            PATTERN,
            DISCRIMINATOR,
            EXAMPLE,
            SCHEMA_EXAMPLE,
            DEFAULT,
            EXAMPLE_FORM,
            EXAMPLE_MISSING,
            FIXTURE,
            FIXTURE_UNSERVED,
            UNJUDGED,
            SILENCE_UNUSED);
    private static final Map<String, Rule> BY_ID = ALL.stream().collect(Collectors.toMap(Rule::id, rule -> rule));

    private Catalogue() {}

    /** {@return all rules, in the order of documents} */
    public static List<Rule> all() {
        return ALL;
    }

    /** {@return what a reader found, as a finding; warnings stay that} */
    public static Finding finding(Problem problem) {
        Rule rule = BY_ID.getOrDefault(problem.topic().toString(), STRUCTURE);
        Finding finding = Finding.of(rule, problem.place(), problem.message(), problem.hint());
        return finding.as(problem.severity() == Problem.Severity.ERROR ? Severity.ERROR : Severity.WARNING);
    }

    /** {@return that not everything could be looked at} */
    public static Finding unjudged(String document) {
        return Finding.of(
                UNJUDGED,
                new Place(document, 1, 1, ""),
                "examples, fixtures, links and whether schemas have values were not judged, since the document cannot be"
                        + " read as a whole",
                "mend its errors first");
    }

    /** {@return that a silence silences nothing} */
    public static Finding unused(Ignore ignore) {
        return Finding.of(
                SILENCE_UNUSED,
                ignore.declared(),
                "nothing is found that '" + ignore + "' would silence",
                "remove it, or mend its rule and place");
    }

    private static Rule rule(String id, Severity severity, String law) {
        return new Rule(id, severity, law);
    }
}
