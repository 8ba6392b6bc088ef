package plumbline.conformance.stories;

import java.util.List;
import java.util.Optional;
import plumbline.conformance.CheckId;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.text.PlainText;

/**
 * What a story expects.
 *
 * @param check the id of the check
 * @param operation the operation whose promise it is
 * @param place where in a body the item stands that it is about
 */
record Promise(CheckId check, Operation operation, String place) {
    Promise(CheckId check, Operation operation) {
        this(check, operation, "");
    }

    Finding broken(String message, String expected, String actual) {
        return check.finding(message)
                .comparing(expected, actual)
                .documentedAt(operation.node().place());
    }

    /** {@return that properties have other values than they should} */
    Optional<Finding> differing(String message, List<String> names, JsonNode expected, JsonNode actual) {
        return names.stream()
                .findFirst()
                .map(name -> broken(message, excerpt(expected.path(name)), excerpt(actual.path(name)))
                        .at("body at " + Pointers.child(place, name))
                        .withHint("keep '" + name + "' as it was sent, or mark it as readOnly or writeOnly"));
    }

    static String excerpt(JsonNode value) {
        String text = value.isMissingNode() ? "no such property" : value.toString();
        return PlainText.excerpt(text, 120);
    }
}
