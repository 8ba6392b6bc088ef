package plumbline.guard.comparison;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.OperationChange;

/** Compares an operation with what it was. */
record OperationComparison(OperationDifferences differences, Operation before, Operation now) {
    void compare() {
        compareIdentity();
        compareLife();
        new ServerComparison(differences, before, now).compare();
        new SecurityComparison(differences, before, now).compare();
        new ParameterComparison(differences, before, now).compare();
        compareBodies();
        new ResponseComparison(differences, before, now).compare();
    }

    private void compareIdentity() {
        Optional<Node> id = before.node().get("operationId");
        Optional<Node> idNow = now.node().get("operationId");
        if (id.isPresent() && !before.id().equals(now.id())) {
            String what = "the operationId is " + (idNow.isPresent() ? "'" + now.id() + "' now" : "gone") + ", it was '"
                    + before.id() + "'";
            differences.tell(OperationChange.OPERATION_ID_CHANGED, what, id.get(), idNow.orElse(now.node()));
        }
    }

    private void compareLife() {
        Node place = now.node().get("deprecated").orElse(now.node());
        String sunset = before.node().text("x-sunset").orElse("");
        String sunsetNow = now.node().text("x-sunset").orElse("");
        if (now.description().deprecated() && !before.description().deprecated()) {
            String until = sunsetNow.isEmpty() ? "" : " and will be gone after " + sunsetNow;
            differences.tell(
                    OperationChange.OPERATION_DEPRECATED,
                    now.title() + " is deprecated now" + until,
                    before.node(),
                    place);
        }
        // Dates of ISO 8601 have the order of their texts.
        if (!sunset.isEmpty() && !sunsetNow.isEmpty() && sunsetNow.compareTo(sunset) < 0) {
            String what = now.title() + " will be gone after " + sunsetNow + ", it was " + sunset;
            Node placeBefore = before.node().get("x-sunset").orElseThrow();
            Node placeNow = now.node().get("x-sunset").orElseThrow();
            differences.tell(OperationChange.SUNSET_BROUGHT_FORWARD, what, placeBefore, placeNow);
        }
    }

    private void compareBodies() {
        RequestBodySpec body = before.body();
        RequestBodySpec bodyNow = now.body();
        if (body != null && bodyNow != null) {
            compareBodies(body, bodyNow);
        } else if (body != null) {
            differences.tell(OperationChange.REQUEST_BODY_REMOVED, "the request body is gone", body.node(), now.node());
        } else if (bodyNow != null) {
            OperationChange change = bodyNow.required()
                    ? OperationChange.REQUIRED_REQUEST_BODY_ADDED
                    : OperationChange.REQUEST_BODY_ADDED;
            String what = "there is a request body now" + (bodyNow.required() ? ", which is required" : "");
            differences.tell(change, what, before.node(), bodyNow.node());
        }
    }

    private void compareBodies(RequestBodySpec body, RequestBodySpec bodyNow) {
        if (body.required() != bodyNow.required()) {
            OperationChange change = bodyNow.required()
                    ? OperationChange.REQUEST_BODY_BECAME_REQUIRED
                    : OperationChange.REQUEST_BODY_BECAME_OPTIONAL;
            String what = "the request body is " + (bodyNow.required() ? "" : "no longer ") + "required"
                    + (bodyNow.required() ? " now" : "");
            differences.tell(
                    change,
                    what,
                    body.node().get("required").orElse(body.node()),
                    bodyNow.node().get("required").orElse(bodyNow.node()));
        }
        List<MediaTypeSpec> content = bodyNow.content();
        new ContentComparison(differences, MessageSide.REQUEST, body.node(), bodyNow.node())
                .compare(body.content(), content);
    }
}
