package plumbline.guard.rules.schemas;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.contract.document.Node;
import plumbline.contract.json.TextFormats;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for formats that are known by another spelling, and for those that the type beside them cannot have. */
final class FormatInspector implements Inspector {
    private static final Set<String> OF_TEXTS = TextFormats.standardAnd("binary", "password");
    private static final Set<String> OF_NUMBERS = Set.of("int32", "int64", "float", "double");
    private static final Map<String, String> KNOWN_BY_LETTERS = Stream.concat(OF_TEXTS.stream(), OF_NUMBERS.stream())
            .collect(Collectors.toUnmodifiableMap(FormatInspector::letters, Function.identity()));
    private static final Map<String, String> OTHER_NAMES =
            Map.of("url", "uri", "guid", "uuid", "timestamp", "date-time", "iso8601", "date-time", "long", "int64");

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (Node schema : document.schemas()) {
            schema.get("format")
                    .filter(format -> format.value().isString())
                    .ifPresent(format -> inspect(format, SchemaValues.types(schema), findings));
        }
    }

    private static void inspect(Node format, Set<String> types, FindingCollector findings) {
        String name = format.value().stringValue();
        meant(name)
                .filter(known -> !known.equals(name))
                .ifPresent(known -> findings.add(
                        GuardRule.FORMAT,
                        format,
                        "the format '" + name + "' is not known, so that nothing is checked",
                        "write '" + known + "', if that is meant"));
        // Whole numbers that are too large for some languages are written as texts in wide use.
        boolean isOfOtherType = OF_TEXTS.contains(name) && Collections.disjoint(types, Set.of("string"))
                || OF_NUMBERS.contains(name) && Collections.disjoint(types, Set.of("integer", "number", "string"));
        if (!types.isEmpty() && isOfOtherType) {
            findings.add(
                    GuardRule.FORMAT,
                    format,
                    "the format '" + name + "' has no effect on values of type " + String.join(" or ", types),
                    "remove it, or mend the type");
        }
    }

    private static Optional<String> meant(String name) {
        String letters = letters(name);
        return Optional.ofNullable(KNOWN_BY_LETTERS.get(letters))
                .or(() -> Optional.ofNullable(OTHER_NAMES.get(letters)));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
