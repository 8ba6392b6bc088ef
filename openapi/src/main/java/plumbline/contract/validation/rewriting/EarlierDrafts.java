package plumbline.contract.validation.rewriting;

import java.util.Map;
import plumbline.contract.document.Dialect;
import plumbline.contract.document.Node;

/**
 * What keywords of dialects before JSON Schema 2020-12 are called in that.
 *
 * @param schema the schema in the document
 * @param dialect what it is written in
 */
record EarlierDrafts(Node schema, Dialect dialect) {
    private static final Map<String, Dialect> SINCE = Map.ofEntries(
            Map.entry("const", Dialect.DRAFT_06),
            Map.entry("contains", Dialect.DRAFT_06),
            Map.entry("propertyNames", Dialect.DRAFT_06),
            Map.entry("if", Dialect.DRAFT_07),
            Map.entry("then", Dialect.DRAFT_07),
            Map.entry("else", Dialect.DRAFT_07),
            Map.entry("dependentRequired", Dialect.DRAFT_2019_09),
            Map.entry("dependentSchemas", Dialect.DRAFT_2019_09),
            Map.entry("minContains", Dialect.DRAFT_2019_09),
            Map.entry("maxContains", Dialect.DRAFT_2019_09),
            Map.entry("unevaluatedItems", Dialect.DRAFT_2019_09),
            Map.entry("unevaluatedProperties", Dialect.DRAFT_2019_09),
            Map.entry("prefixItems", Dialect.DRAFT_2020_12));

    /** {@return the name of a keyword in 2020-12; empty if it means nothing where it stands} */
    String nameOf(String keyword) {
        if (dialect.isBefore(SINCE.getOrDefault(keyword, dialect))) {
            return "";
        }
        boolean isTuple = schema.value().path("items").isArray() && dialect.isBefore(Dialect.DRAFT_2020_12);
        return switch (keyword) {
            case "items" -> isTuple ? "prefixItems" : keyword;
            case "additionalItems" -> isTuple ? "items" : "";
            default -> keyword;
        };
    }

    /** {@return whether the keyword holds what later became two keywords} */
    boolean isDependencies(String keyword) {
        return "dependencies".equals(keyword) && dialect.isBefore(Dialect.DRAFT_2020_12);
    }
}
