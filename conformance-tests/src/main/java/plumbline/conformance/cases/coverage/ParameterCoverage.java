package plumbline.conformance.cases.coverage;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.pairing.PairedResponse;
import plumbline.contract.sampling.variation.Boundary;
import plumbline.contract.sampling.variation.Mutation;
import plumbline.contract.sampling.variation.Mutator;
import plumbline.contract.sampling.variation.Variations;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Varies one parameter of right requests at a time.
 *
 * @param requests makes requests with a value in place
 * @param mutator makes values
 */
record ParameterCoverage(RightRequests requests, Mutator mutator) {
    void add(CoverageCase.Maker maker) {
        for (Parameter parameter : maker.operation().parameters()) {
            if (maker.operation().isCredential(parameter)) {
                // The credentials take its place, whatever value it would have.
                continue;
            }
            Optional<JsonNode> valid =
                    parameter.valueSchema().flatMap(schema -> valid(maker.operation(), parameter, schema));
            Request given = valid.flatMap(value -> requests.with(maker.operation(), parameter, value))
                    .orElse(maker.right());
            ParameterPresence.add(maker, parameter, given);
            valid.ifPresent(value -> vary(maker, parameter, value));
        }
    }

    private Optional<JsonNode> valid(Operation operation, Parameter parameter, Schema schema) {
        List<JsonNode> examples = PairedResponse.allowed(operation, parameter.examples()).stream()
                .map(Example::value)
                .toList();
        return requests.validExample(schema, examples).or(() -> requests.sample(schema, 0));
    }

    private void vary(CoverageCase.Maker maker, Parameter parameter, JsonNode valid) {
        Schema schema = parameter.valueSchema().orElseThrow();
        JsonNode base = mutator.completed(schema, Direction.REQUEST, valid);
        Variations<Boundary> boundaries = mutator.boundaries(schema, Direction.REQUEST, base);
        Variations<Mutation> mutations = mutator.mutations(schema, Direction.REQUEST, base);
        if (boundaries.isCut() || mutations.isCut()) {
            maker.list().cut();
        }
        for (Boundary boundary : boundaries.list()) {
            if (parameter.content() == null && boundary.value().isNull()) {
                // The text null is another value.
                continue;
            }
            requests.with(maker.operation(), parameter, boundary.value())
                    .ifPresent(request ->
                            maker.accepted(new CoverageCase(name(parameter) + " " + boundary, request, maker.right())));
        }
        // What differs as a value may be the same fault once it is written.
        Set<String> faults = new HashSet<>();
        for (Mutation mutation : mutations.list()) {
            requests.with(maker.operation(), parameter, mutation.value())
                    .ifPresent(request -> maker.refused(
                            new CoverageCase(name(parameter) + " " + mutation, request, maker.right()),
                            fault -> isOf(fault, parameter)
                                    && fault.rule().equals(mutation.keyword())
                                    && !isLost(mutation)
                                    && faults.add(CoverageCase.kind(fault, mutation))));
        }
    }

    /** Nobody can tell an empty text in a list from none. */
    private static boolean isLost(Mutation mutation) {
        JsonNode value = mutation.value().at(mutation.pointer());
        return !mutation.pointer().isEmpty()
                && value.isString()
                && value.stringValue().isEmpty();
    }

    static String name(Parameter parameter) {
        return parameter.in() + " " + parameter.name();
    }

    static boolean isOf(Violation fault, Parameter parameter) {
        String part = parameter.in() == Parameter.In.QUERYSTRING
                ? "query"
                : parameter.in().toString();
        return fault.location().name().equals(parameter.name())
                && fault.location().part() == Location.Part.valueOf(part.toUpperCase(Locale.ROOT));
    }
}
