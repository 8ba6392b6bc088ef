package plumbline.guard.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.guard.comparison.changes.ContractDifference;
import plumbline.guard.comparison.changes.SchemaChange;
import plumbline.guard.comparison.flattening.FlatSchema;
import plumbline.guard.comparison.schemas.SchemaPair;

/** Compares how values are written as XML, which schemas say for that alone. */
final class XmlComparison {
    private final OperationDifferences differences;
    private final Set<SchemaPair> seen = new HashSet<>();

    XmlComparison(OperationDifferences differences) {
        this.differences = differences;
    }

    /** Tells of all changes in a pair of schemas and below. */
    void compare(SchemaPair pair) {
        try {
            compare(pair, "");
        } catch (ContractException e) {
            // A reference that leads nowhere was never used, or the reader would have refused it.
            return;
        }
    }

    private void compare(SchemaPair pair, String name) {
        if (!seen.add(pair)) {
            return;
        }
        FlatSchema before = differences.schemas().shape(pair.before());
        FlatSchema now = differences.schemas().shape(pair.now());
        String was = written(before, name);
        String is = written(now, name);
        if (!was.equals(is)) {
            differences
                    .collector()
                    .add(
                            new ContractDifference(
                                    SchemaChange.XML_CHANGED.on(pair.side()),
                                    "in XML, " + is + " is written now, it was " + was,
                                    before.place("xml"),
                                    now.place("xml")),
                            differences.operation());
        }
        Map<String, List<Node>> propertiesNow = now.properties();
        before.properties().forEach((property, schemas) -> {
            if (propertiesNow.containsKey(property)) {
                compare(below(pair, schemas, propertiesNow.get(property)), property);
            }
        });
        if (!before.all("items").isEmpty() && !now.all("items").isEmpty()) {
            compare(below(pair, before.all("items"), now.all("items")), name);
        }
    }

    private static SchemaPair below(SchemaPair pair, List<Node> before, List<Node> now) {
        return new SchemaPair(
                pair.before().with(before, before.get(0)), pair.now().with(now, now.get(0)), pair.side());
    }

    /** Prefixes are up to the one who writes; only what they stand for counts. */
    private static String written(FlatSchema shape, String name) {
        Optional<Node> xml = shape.first("xml");
        String called = xml.flatMap(hints -> hints.text("name")).orElse(name);
        String type =
                xml.flatMap(hints -> hints.text("nodeType")).orElse(is(xml, "attribute") ? "attribute" : "element");
        String space = xml.flatMap(hints -> hints.text("namespace")).orElse("");
        return "the " + type + (called.isEmpty() ? "" : " '" + called + "'")
                + (space.isEmpty() ? "" : " of " + space)
                + (is(xml, "wrapped") ? " around its items" : "");
    }

    private static boolean is(Optional<Node> xml, String flag) {
        return xml.filter(hints -> hints.flag(flag)).isPresent();
    }
}
