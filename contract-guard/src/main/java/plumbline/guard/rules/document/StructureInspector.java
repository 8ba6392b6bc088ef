package plumbline.guard.rules.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.finding.Severity;
import plumbline.guard.anatomy.Anatomy;
import plumbline.guard.anatomy.Field;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.text.PlainText;
import plumbline.text.Spelling;

/** Looks at the fields of objects: are they known, of the right kind, and all there? */
final class StructureInspector implements Inspector {
    /** Versions of OpenAPI before 3.1 allow no other keywords, but say nothing of what they would do. */
    private static final Set<String> FREE_FORMS = Set.of("requirement", "callback");

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        for (String kind : document.parts().kinds()) {
            boolean isTranslated = document.root().get("swagger").isPresent();
            if (!FREE_FORMS.contains(kind) && !isTranslated) {
                document.parts().of(kind).stream()
                        .filter(node -> !node.isReference() || node.value().size() > 1 && "pathItem".equals(kind))
                        .forEach(node -> inspect(document.parts().anatomy(), kind, node, findings));
            }
        }
    }

    private static void inspect(Anatomy anatomy, String kind, Node node, FindingCollector findings) {
        Map<String, Field> fields = anatomy.fields(kind);
        node.members().forEach((name, value) -> {
            Field field = fields.get(name);
            if (field == null) {
                unknown(anatomy, kind, value, findings);
            } else if (!field.fits(value.value()) && !findings.hasErrorAt(value)) {
                findings.add(
                        GuardRule.STRUCTURE,
                        value,
                        "'" + name + "' must be " + expected(field) + ", not " + excerpt(value),
                        "");
            } else {
                field.objects(value).forEach(object -> object(field, object, findings));
            }
        });
        if ("components".equals(kind)) {
            fields.keySet().forEach(section -> node.get(section).ifPresent(named -> names(named, findings)));
        }
        boolean isOpen = "operation".equals(kind) || node.isReference();
        fields.values().stream()
                .filter(field -> field.need() != Field.Need.NONE
                        && node.get(field.name()).isEmpty())
                .filter(field -> !isOpen && !findings.hasErrorAt(node))
                .forEach(field -> findings.add(
                        GuardRule.STRUCTURE,
                        field.need() == Field.Need.MUST ? Severity.ERROR : Severity.WARNING,
                        node,
                        "'" + field.name() + "' is missing, which OpenAPI " + anatomy.version() + " asks for",
                        "add '" + field.name() + ":'"));
    }

    private static void object(Field field, Node object, FindingCollector findings) {
        boolean isSchema = "schema".equals(field.type()) && object.value().isBoolean();
        boolean isObject = object.value().isObject() || object.value().isNull();
        if (!isObject && !isSchema && !findings.hasErrorAt(object)) {
            findings.add(
                    GuardRule.STRUCTURE,
                    object,
                    article(field.type()) + " must be a mapping, not " + excerpt(object),
                    "");
        }
    }

    private static void names(Node section, FindingCollector findings) {
        section.members().forEach((name, component) -> {
            if (!name.matches("[A-Za-z0-9._-]+")) {
                findings.add(
                        GuardRule.STRUCTURE,
                        Severity.WARNING,
                        component,
                        "the name '" + name + "' has other characters than letters, digits, '.', '_' and '-'",
                        "rename it, and the references to it");
            }
        });
    }

    private static void unknown(Anatomy anatomy, String kind, Node value, FindingCollector findings) {
        String name = value.name();
        boolean isFree = "schema".equals(kind) && !"3.0".equals(anatomy.version());
        if (name.startsWith("x-") || "$ref".equals(name)) {
            return;
        }
        String suggestion = Spelling.suggestion(name, anatomy.fields(kind).keySet());
        List<String> holders = anatomy.holders(kind, name);
        if (!isFree) {
            findings.add(
                    GuardRule.UNKNOWN_FIELD,
                    suggestion.isEmpty() ? Severity.WARNING : Severity.ERROR,
                    value,
                    "'" + name + "' is no field of " + article(kind) + " in OpenAPI " + anatomy.version()
                            + (holders.isEmpty() ? suggestion : ""),
                    holders.isEmpty()
                            ? "mend or remove it; extensions start with 'x-'"
                            : "move it to where it belongs, which is below '"
                                    + String.join("' or '", holders.subList(0, Math.min(2, holders.size()))) + "'");
        } else if (!suggestion.isEmpty() && name.matches("[a-z][A-Za-z]{3,}")) {
            findings.add(
                    GuardRule.UNKNOWN_FIELD,
                    value,
                    "'" + name + "' is no keyword of JSON Schema" + suggestion,
                    "mend or remove it; extensions start with 'x-'");
        }
    }

    private static String article(String kind) {
        String words = kind.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
    }

    private static String expected(Field field) {
        if (field.isObject()) {
            return field.holds() == Field.Holds.LIST ? "a list" : "a mapping";
        }
        return switch (field.type()) {
            case "text" -> "a text";
            case "flag" -> "true or false";
            case "list" -> "a list";
            default -> "a mapping";
        };
    }

    private static String excerpt(Node value) {
        String text = value.value().toString();
        return PlainText.excerpt(text, 60);
    }
}
