package plumbline.guard.comparison;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.guard.anatomy.Sunset;
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
        Optional<Sunset> sunset = Sunset.of(before.node());
        Optional<Sunset> sunsetNow = Sunset.of(now.node());
        if (now.description().deprecated() && !before.description().deprecated()) {
            String until = sunsetNow
                    .map(told -> " and will be gone after " + told.day())
                    .orElse("");
            differences.tell(
                    OperationChange.OPERATION_DEPRECATED,
                    now.title() + " is deprecated now" + until,
                    before.node(),
                    place);
        }
        sunset.ifPresent(old -> compareSunset(old, sunsetNow));
        if (sunset.isEmpty() && before.description().deprecated()) {
            sunsetNow.ifPresent(other -> differences.tell(
                    OperationChange.SUNSET_SET,
                    now.title() + " will be gone after " + other.day(),
                    before.node(),
                    other.node()));
        }
    }

    private void compareSunset(Sunset old, Optional<Sunset> sunsetNow) {
        if (sunsetNow.isPresent() && sunsetNow.get().day().isBefore(old.day())) {
            String what = now.title() + " will be gone after " + sunsetNow.get().day() + ", it was " + old.day();
            differences.tell(
                    OperationChange.SUNSET_BROUGHT_FORWARD,
                    what,
                    old.node(),
                    sunsetNow.get().node());
        } else if (sunsetNow.isEmpty() && now.description().deprecated() && old.isToCome()) {
            String what = now.title() + " no longer says that it will be there until " + old.day();
            differences.tell(OperationChange.SUNSET_DROPPED, what, old.node(), now.node());
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
