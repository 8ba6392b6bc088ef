package plumbline.conformance.proof;

import java.util.Optional;
import java.util.stream.Stream;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.proof.Constraint.Claim;
import plumbline.conformance.proof.Constraint.Use;
import plumbline.contract.document.Place;
import plumbline.contract.http.Body;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/**
 * Breaks a body, keyword by keyword and place by place.
 *
 * @param schemas the schemas of the contract
 * @param judge who judges
 * @param ledger where to write down what comes of it
 */
record BodyMutations(Schemas schemas, MutantJudge judge, ProofLedger ledger) {
    private static final int LARGE = 16_000;
    private static final int LARGEST = 1_000_000;
    private static final int FEW = 3;

    BodyMutations {
        judge = judge.askingFirst(CheckId.SCHEMA);
    }

    void apply(Exchange exchange, Use use, MediaTypeSpec type) {
        Schema schema = type.schema();
        Optional<JsonNode> body = value(exchange.response());
        if (schema == null || body.isEmpty()) {
            return;
        }
        JsonNode value = manageable(exchange, schema, body.get());
        for (JudgedValues.JudgedValue judged : JudgedValues.of(value, schema.node())) {
            for (Keyword keyword : Keyword.of(judged.schema(), Direction.RESPONSE)) {
                Claim id = use.claim(keyword.id(Direction.RESPONSE));
                if (ledger.isOpen(id)) {
                    attempt(new Attempt(exchange, value, schema.at(judged.schema()), judged, keyword), id);
                }
            }
        }
    }

    /** One place and one keyword to break there. */
    private record Attempt(
            Exchange exchange, JsonNode body, Schema schema, JudgedValues.JudgedValue judged, Keyword keyword) {
        Response with(JsonNode broken) {
            JsonNode changed = Pointers.replaced(body, judged.pointer(), broken);
            boolean isJson = HeadMutations.mediaType(exchange.response())
                    .filter(MediaType::isJson)
                    .isPresent();
            return exchange.response().withBody(isJson ? Body.of(Json.write(changed)) : Body.of(changed.asString("")));
        }
    }

    /** {@return the value of a body that can be changed: JSON or text}. */
    static Optional<JsonNode> value(Response response) {
        Optional<MediaType> type = HeadMutations.mediaType(response);
        if (type.filter(MediaType::isJson).isPresent() && response.body().length() <= LARGEST) {
            return Json.readIfValid(response.body().bytes());
        }
        return type.filter(text -> text.shape() == BodyShape.TEXT)
                .map(text -> JsonNodeFactory.instance.stringNode(response.body().text()));
    }

    /** Of long lists, a few items prove as much as all. */
    private JsonNode manageable(Exchange exchange, Schema schema, JsonNode value) {
        if (exchange.response().body().length() < LARGE) {
            return value;
        }
        JsonNode shorter = ShortLists.of(value, FEW);
        return schemas.isValid(schema, Direction.RESPONSE, shorter) ? shorter : value;
    }

    private void attempt(Attempt attempt, Claim id) {
        boolean isText = attempt.body().isString() && !isJson(attempt.exchange().response());
        boolean wasSeen = ledger.isSeenSomewhere(id);
        boolean tried = false;
        for (JsonNode broken :
                BreakingValues.of(attempt.keyword(), attempt.judged().value())) {
            boolean isEnough = wasSeen && tried && !ledger.isOpen(id);
            if (!isEnough && (!isText || broken.isString())) {
                tried |= judge(attempt, broken, id);
            }
        }
        if (tried) {
            ledger.reach(id);
        } else {
            ledger.meet(id);
        }
    }

    private static boolean isJson(Response response) {
        return HeadMutations.mediaType(response).filter(MediaType::isJson).isPresent();
    }

    /** {@return whether the keyword was broken, or what was thought to break it is allowed} */
    private boolean judge(Attempt attempt, JsonNode broken, Claim id) {
        Place place = attempt.keyword().place();
        if (!breaks(attempt, broken, place)) {
            return false;
        }
        Response mutant = attempt.with(broken);
        if (near(attempt, mutant).anyMatch(finding -> HeadMutations.isAt(finding, place))) {
            ledger.notice(id);
            return true;
        }
        Operation operation = attempt.exchange().subject().operation();
        if (new ResponseValidator(schemas)
                .body(operation, operation.method(), mutant)
                .isEmpty()) {
            ledger.allow(id);
        } else {
            ledger.note(
                    id,
                    near(attempt, mutant)
                            .anyMatch(finding -> finding.documented().isPresent()),
                    attempt.keyword().text() + " broken at "
                            + Location.body()
                            + (attempt.judged().pointer().isEmpty()
                                    ? ""
                                    : " at " + attempt.judged().pointer()));
        }
        return true;
    }

    private Stream<Finding> near(Attempt attempt, Response mutant) {
        return judge.findings(attempt.exchange(), mutant)
                .filter(finding -> isNear(finding.location(), attempt.judged().pointer()));
    }

    private boolean breaks(Attempt attempt, JsonNode broken, Place place) {
        return schemas.violations(attempt.schema(), Direction.RESPONSE, broken, Location.body()).stream()
                .anyMatch(violation -> place.equals(violation.contractPlace()));
    }

    /** {@return whether a finding is told of this place, of one around it or of one in it} */
    static boolean isNear(String location, String pointer) {
        if (!location.startsWith("body")) {
            return false;
        }
        String found = location.startsWith("body at ") ? location.substring("body at ".length()) : "";
        return (pointer + "/").startsWith(found + "/") || (found + "/").startsWith(pointer + "/");
    }
}
