package plumbline.guard.comparison;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import tools.jackson.databind.JsonNode;

/** Compares types, values, patterns, formats and defaults. */
record ValueComparison(Findings findings) {
    private static final String[] TYPE_KEYWORDS = {"type", "enum", "const"};
    private static final String[] NULL_KEYWORDS = {"nullable", "oneOf", "anyOf", "type", "enum", "const"};

    /** Formats that say how a value is shown or stored rather than, in practice, what it may be. */
    private static final Set<String> FOR_SHOW =
            Set.of("int64", "double", "password", "textarea", "html", "markdown", "commonmark", "binary");

    private static final Set<String> KNOWN = Set.of(
            "int32",
            "float",
            "byte",
            "base64url",
            "date",
            "date-time",
            "time",
            "duration",
            "email",
            "idn-email",
            "hostname",
            "idn-hostname",
            "ipv4",
            "ipv6",
            "uri",
            "uri-reference",
            "iri",
            "iri-reference",
            "uri-template",
            "uuid",
            "json-pointer",
            "relative-json-pointer",
            "regex");

    void compare() {
        compareTypes();
        compareNullness(findings);
        compareValues();
        comparePatterns();
        compareFormats();
        compareDefaults();
        if (findings.now().flag("deprecated") && !findings.before().flag("deprecated")) {
            findings.tell(SchemaRule.DEPRECATED, "is deprecated now", "deprecated");
        }
    }

    private void compareTypes() {
        Types before = findings.before().types();
        Types now = findings.now().types();
        boolean isToldByValues = findings.before().values().isPresent()
                && findings.now().values().isPresent();
        if (before.values().equals(now.values()) || isToldByValues) {
            return;
        }
        boolean isWider = asSent(findings.now()).containsAll(before.values());
        boolean isNarrower = asSent(findings.before()).containsAll(now.values());
        SchemaRule rule =
                isWider ? SchemaRule.TYPE_WIDENED : isNarrower ? SchemaRule.TYPE_NARROWED : SchemaRule.TYPE_CHANGED;
        findings.tell(rule, "takes " + now + " now, it took " + before, TYPE_KEYWORDS);
    }

    /** In parameters, numbers and truth values are texts as well. */
    private Set<JsonType> asSent(Shape shape) {
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        types.addAll(shape.types().values());
        boolean isAnyText = findings.side() == Side.TEXT
                && types.contains(JsonType.STRING)
                && shape.place("enum", "format", "pattern", "maxLength", "minLength", "const")
                        .equals(shape.source().anchor());
        if (isAnyText) {
            types.addAll(EnumSet.of(JsonType.BOOLEAN, JsonType.INTEGER, JsonType.NUMBER));
        }
        return types;
    }

    static void compareNullness(Findings findings) {
        boolean before = Nullness.isAllowed(findings.before());
        boolean now = Nullness.isAllowed(findings.now());
        boolean isToldByType = findings.before().types().isEverything()
                != findings.now().types().isEverything();
        if (before == now || isToldByType && !isWrapped(findings)) {
            return;
        }
        if (now) {
            findings.tell(SchemaRule.BECAME_NULLABLE, "may be null now", NULL_KEYWORDS);
        } else {
            findings.tell(SchemaRule.BECAME_NOT_NULLABLE, "may no longer be null", NULL_KEYWORDS);
        }
    }

    private static boolean isWrapped(Findings findings) {
        return !findings.before().choices().isEmpty()
                || !findings.now().choices().isEmpty();
    }

    private void compareValues() {
        Optional<AllowedValues> before = findings.before().values();
        Optional<AllowedValues> now = findings.now().values();
        if (before.isPresent() && now.isPresent()) {
            compareValues(before.get().byText(), now.get().byText());
        } else if (now.isPresent()) {
            String values = String.join(", ", now.get().byText().keySet());
            findings.tell(SchemaRule.ENUM_INTRODUCED, "must be one of " + values + " now", "enum", "const");
        } else if (before.isPresent()) {
            findings.tell(SchemaRule.ENUM_DROPPED, "is no longer restricted to listed values", "enum", "const");
        }
    }

    private void compareValues(Map<String, Node> before, Map<String, Node> now) {
        before.forEach((text, value) -> {
            if (!now.containsKey(text)) {
                Node place = findings.now().place("enum", "const");
                findings.tell(SchemaRule.ENUM_VALUE_REMOVED, "the value " + text + " is gone", value, place);
            }
        });
        now.forEach((text, value) -> {
            if (!before.containsKey(text)) {
                Node place = findings.before().place("enum", "const");
                findings.tell(SchemaRule.ENUM_VALUE_ADDED, "the value " + text + " is new", place, value);
            }
        });
    }

    private boolean isOther(JsonType... types) {
        return !findings.before().allows(types) || !findings.now().allows(types);
    }

    private void comparePatterns() {
        Set<String> before = findings.before().texts("pattern").keySet();
        Set<String> now = findings.now().texts("pattern").keySet();
        if (before.equals(now) || isOther(JsonType.STRING)) {
            return;
        }
        if (now.containsAll(before)) {
            findings.tell(SchemaRule.PATTERN_ADDED, "must match " + String.join(" and ", now) + " now", "pattern");
        } else if (before.containsAll(now)) {
            findings.tell(
                    SchemaRule.PATTERN_REMOVED, "need no longer match " + String.join(" and ", before), "pattern");
        } else {
            String what = "must match " + String.join(" and ", now) + " now, it was " + String.join(" and ", before);
            findings.tell(SchemaRule.PATTERN_CHANGED, what, "pattern");
        }
    }

    private void compareFormats() {
        String before = format(findings.before());
        String now = format(findings.now());
        boolean hasOtherType = isOther(findings.before().types().values().toArray(JsonType[]::new))
                || isOther(JsonType.STRING, JsonType.INTEGER, JsonType.NUMBER);
        if (before.equals(now) || hasOtherType) {
            return;
        }
        String what = now.isEmpty()
                ? "is no longer of format " + before
                : "is of format " + now + " now" + (before.isEmpty() ? "" : ", it was " + before);
        findings.tell(formatRule(before, now), what, "format", "contentEncoding");
    }

    private static SchemaRule formatRule(String before, String now) {
        boolean isKnown = (before.isEmpty() || KNOWN.contains(before)) && (now.isEmpty() || KNOWN.contains(now));
        if (!isKnown) {
            return SchemaRule.CUSTOM_FORMAT_CHANGED;
        }
        if (before.isEmpty()) {
            return SchemaRule.FORMAT_ADDED;
        }
        return now.isEmpty() ? SchemaRule.FORMAT_REMOVED : SchemaRule.FORMAT_CHANGED;
    }

    private static String format(Shape shape) {
        Map<String, Node> formats = new LinkedHashMap<>(shape.texts("format"));
        formats.keySet().removeAll(FOR_SHOW);
        if (shape.texts("contentEncoding").containsKey("base64")) {
            formats.putIfAbsent("byte", shape.source().anchor());
        }
        if (shape.texts("contentEncoding").containsKey("base64url")) {
            formats.putIfAbsent("base64url", shape.source().anchor());
        }
        return formats.isEmpty() ? "" : formats.keySet().iterator().next();
    }

    private void compareDefaults() {
        Optional<JsonNode> before = findings.before().first("default").map(Node::value);
        Optional<JsonNode> now = findings.now().first("default").map(Node::value);
        String textBefore = before.map(AllowedValues::text).orElse("");
        String textNow = now.map(AllowedValues::text).orElse("");
        if (textBefore.equals(textNow)) {
            return;
        }
        String was = textBefore.isEmpty() ? "" : ", it was " + textBefore;
        String what =
                textNow.isEmpty() ? "no longer has the default " + textBefore : "has the default " + textNow + was;
        findings.tell(SchemaRule.DEFAULT_CHANGED, what, "default");
    }
}
