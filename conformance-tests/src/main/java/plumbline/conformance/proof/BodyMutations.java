package plumbline.conformance.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        List<Attempt> waiting = new ArrayList<>();
        for (JudgedValues.JudgedValue judged : JudgedValues.of(value, schema.node())) {
            for (Keyword keyword : Keyword.of(judged.schema(), Direction.RESPONSE)) {
                Claim id = use.claim(keyword.id(Direction.RESPONSE));
                if (ledger.isOpen(id)) {
                    waiting.add(new Attempt(exchange, value, schema.at(judged.schema()), judged, keyword, id));
                }
            }
        }
        while (!waiting.isEmpty()) {
            waiting = attemptFirst(waiting);
        }
    }

    /** Breaks each keyword at the first of its places, and returns the others, if there is more to be learnt there. */
    private List<Attempt> attemptFirst(List<Attempt> waiting) {
        Map<Claim, Trial> trials = new LinkedHashMap<>();
        List<Attempt> others = new ArrayList<>();
        for (Attempt attempt : waiting) {
            if (trials.containsKey(attempt.id())) {
                others.add(attempt);
            } else {
                trials.put(attempt.id(), Trial.of(attempt, ledger.isSeenSomewhere(attempt.id())));
            }
        }
        attempt(List.copyOf(trials.values()));
        others.removeIf(attempt -> !ledger.isOpen(attempt.id()));
        return others;
    }

    /** One place and one keyword to break there. */
    private record Attempt(
            Exchange exchange,
            JsonNode body,
            Schema schema,
            JudgedValues.JudgedValue judged,
            Keyword keyword,
            Claim id) {
        private boolean isText() {
            return body.isString() && !isJson(exchange.response());
        }
    }

    /** One attempt, what may break the keyword, and whether the checks are known to see it, so that one such value will do. */
    private record Trial(Attempt attempt, List<JsonNode> values, boolean wasSeen) {
        static Trial of(Attempt attempt, boolean wasSeen) {
            List<JsonNode> values = BreakingValues.of(
                            attempt.keyword(), attempt.judged().value())
                    .stream()
                    .filter(value -> !attempt.isText() || value.isString())
                    .toList();
            return new Trial(attempt, values, wasSeen);
        }
    }

    /** A value that breaks a keyword. */
    private record Fault(Attempt attempt, JsonNode value) implements FaultGroups.Placed {
        @Override
        public String pointer() {
            return attempt.judged().pointer();
        }

        private Place place() {
            return attempt.keyword().place();
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

    /** Tries the first value of each, then the second, and so on: faults at different places are seen in one body. */
    private void attempt(List<Trial> trials) {
        int rounds =
                trials.stream().mapToInt(trial -> trial.values().size()).max().orElse(0);
        Set<Claim> tried = new HashSet<>();
        for (int i = 0; i < rounds; i++) {
            List<Fault> faults = new ArrayList<>();
            for (Trial trial : trials) {
                Claim id = trial.attempt().id();
                boolean isEnough = trial.wasSeen() && tried.contains(id) && !ledger.isOpen(id);
                if (i < trial.values().size() && !isEnough) {
                    Fault fault = new Fault(trial.attempt(), trial.values().get(i));
                    Stream.of(fault).filter(this::breaks).forEach(faults::add);
                }
            }
            FaultGroups.of(faults).forEach(this::judge);
            faults.forEach(fault -> tried.add(fault.attempt().id()));
        }
        for (Trial trial : trials) {
            Claim id = trial.attempt().id();
            if (tried.contains(id)) {
                ledger.reach(id);
            } else {
                ledger.meet(id);
            }
        }
    }

    /** What is seen in a body beside other faults would be seen alone; what is not is looked at alone. */
    private void judge(List<Fault> faults) {
        if (faults.size() == 1) {
            judge(faults.get(0));
            return;
        }
        Exchange exchange = faults.get(0).attempt().exchange();
        List<Fault> unseen = new ArrayList<>(faults);
        // No check is asked for more once all are seen.
        Iterator<Finding> findings = judge.findings(exchange, mutant(faults)).iterator();
        while (!unseen.isEmpty() && findings.hasNext()) {
            Finding finding = findings.next();
            unseen.removeIf(fault -> isSeen(finding, fault));
        }
        for (Fault fault : faults) {
            if (unseen.contains(fault)) {
                judge(fault);
            } else {
                ledger.notice(fault.attempt().id());
            }
        }
    }

    private static boolean isJson(Response response) {
        return HeadMutations.mediaType(response).filter(MediaType::isJson).isPresent();
    }

    private void judge(Fault fault) {
        Attempt attempt = fault.attempt();
        Claim id = attempt.id();
        Response mutant = mutant(List.of(fault));
        Operation operation = attempt.exchange().subject().operation();
        Optional<List<Finding>> bySchema = judge.findingsOf(CheckId.SCHEMA, attempt.exchange(), mutant);
        boolean isAllowed = bySchema.map(List::isEmpty)
                .orElseGet(() -> new ResponseValidator(schemas)
                        .body(operation, operation.method(), mutant)
                        .isEmpty());
        if (isAllowed) {
            ledger.allow(id);
            return;
        }
        boolean isFound = Stream.concat(
                        bySchema.stream().flatMap(List::stream), judge.findings(attempt.exchange(), mutant))
                .anyMatch(finding -> isNear(finding.location(), fault.pointer())
                        && finding.documented().isPresent());
        ledger.note(
                id,
                isFound,
                attempt.keyword().text() + " broken at "
                        + Location.body()
                        + (fault.pointer().isEmpty() ? "" : " at " + fault.pointer()));
    }

    private static boolean isSeen(Finding finding, Fault fault) {
        return isNear(finding.location(), fault.pointer()) && HeadMutations.isAt(finding, fault.place());
    }

    private static Response mutant(List<Fault> faults) {
        Attempt attempt = faults.get(0).attempt();
        JsonNode changed = attempt.body();
        for (Fault fault : faults) {
            changed = Pointers.replaced(changed, fault.pointer(), fault.value());
        }
        Response response = attempt.exchange().response();
        return response.withBody(isJson(response) ? Body.of(Json.write(changed)) : Body.of(changed.asString("")));
    }

    /** {@return whether a value that is thought to break a keyword does} */
    private boolean breaks(Fault fault) {
        return schemas.violations(fault.attempt().schema(), Direction.RESPONSE, fault.value(), Location.body()).stream()
                .anyMatch(violation -> fault.place().equals(violation.contractPlace()));
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
