package plumbline.guard.comparison.schemas;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.contract.json.TextFormats;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.FlatSchema;

/** Compares what texts look like, and what is written in them. */
record FormatComparison(SchemaDifferences differences) {
    /** Formats that say how a value is shown or stored rather than, in practice, what it may be. */
    private static final Set<String> FOR_SHOW =
            Set.of("int64", "double", "password", "textarea", "html", "markdown", "commonmark", "binary");

    private static final Set<String> KNOWN = TextFormats.standardAnd("int32", "float");

    /** Patterns that ask for nothing. */
    private static final Set<String> OF_ANY_TEXT = Set.of("", "^", "$", ".*", "^.*", ".*$", "^.*$");

    void compare() {
        comparePatterns();
        compareFormats();
        compareContents();
    }

    private void comparePatterns() {
        Set<String> before = patterns(differences.before());
        Set<String> now = patterns(differences.now());
        if (before.equals(now) || !differences.bothAllow(JsonType.STRING)) {
            return;
        }
        if (now.containsAll(before)) {
            differences.tell(SchemaChange.PATTERN_ADDED, "must match " + String.join(" and ", now) + " now", "pattern");
        } else if (before.containsAll(now)) {
            differences.tell(
                    SchemaChange.PATTERN_REMOVED, "need no longer match " + String.join(" and ", before), "pattern");
        } else {
            String what = "must match " + String.join(" and ", now) + " now, it was " + String.join(" and ", before);
            differences.tell(SchemaChange.PATTERN_CHANGED, what, "pattern");
        }
    }

    private static Set<String> patterns(FlatSchema shape) {
        Set<String> patterns = new LinkedHashSet<>(shape.texts("pattern").keySet());
        patterns.removeAll(OF_ANY_TEXT);
        return patterns;
    }

    private void compareFormats() {
        String before = format(differences.before());
        String now = format(differences.now());
        boolean hasOtherType =
                !differences.bothAllow(differences.before().types().values().toArray(JsonType[]::new))
                        || !differences.bothAllow(JsonType.STRING, JsonType.INTEGER, JsonType.NUMBER);
        if (before.equals(now) || hasOtherType) {
            return;
        }
        String what = now.isEmpty()
                ? "is no longer of format " + before
                : "is of format " + now + " now" + (before.isEmpty() ? "" : ", it was " + before);
        differences.tell(formatRule(before, now), what, "format", "contentEncoding");
    }

    /** What texts are in; base64 counts as a format. */
    private void compareContents() {
        if (!differences.bothAllow(JsonType.STRING)) {
            return;
        }
        for (String keyword : List.of("contentMediaType", "contentEncoding")) {
            Set<String> before = contents(differences.before(), keyword);
            Set<String> now = contents(differences.now(), keyword);
            if (!before.equals(now)) {
                String is = now.isEmpty() ? "nothing" : String.join(" and ", now);
                String was = before.isEmpty() ? "nothing" : String.join(" and ", before);
                differences.tell(
                        SchemaChange.CONTENT_CHANGED, "'" + keyword + "' says " + is + " now, it was " + was, keyword);
            }
        }
        boolean isOfKnownContent =
                differences.before().first("contentMediaType").isPresent()
                        && differences.now().first("contentMediaType").isPresent();
        List<Node> content = differences.before().all("contentSchema");
        List<Node> contentNow = differences.now().all("contentSchema");
        if (isOfKnownContent && !(content.isEmpty() && contentNow.isEmpty())) {
            differences.descend(content, contentNow, "contentSchema", "contentMediaType");
        }
    }

    private static Set<String> contents(FlatSchema shape, String keyword) {
        Set<String> contents = new LinkedHashSet<>();
        shape.texts(keyword).keySet().forEach(text -> contents.add(text.toLowerCase(Locale.ROOT)));
        contents.removeAll(Set.of("base64", "base64url"));
        return contents;
    }

    private static SchemaChange formatRule(String before, String now) {
        boolean isKnown = (before.isEmpty() || KNOWN.contains(before)) && (now.isEmpty() || KNOWN.contains(now));
        if (!isKnown) {
            return SchemaChange.CUSTOM_FORMAT_CHANGED;
        }
        if (before.isEmpty()) {
            return SchemaChange.FORMAT_ADDED;
        }
        return now.isEmpty() ? SchemaChange.FORMAT_REMOVED : SchemaChange.FORMAT_CHANGED;
    }

    private static String format(FlatSchema shape) {
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
}
