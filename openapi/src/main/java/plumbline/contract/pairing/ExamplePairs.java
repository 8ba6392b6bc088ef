package plumbline.contract.pairing;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.parameters.Decoded;
import plumbline.contract.parameters.ParameterDecoder;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Knows which response answers a request that a document shows: the one that belongs to the examples of the body and the
 * parameters that were sent. Thread-safe.
 */
public final class ExamplePairs {
    private final Map<Operation, Shown> known = new ConcurrentHashMap<>();

    /**
     * What a document shows of the requests of an operation.
     *
     * @param pairs the responses that belong to examples, by the names of those
     * @param telling the examples that tell which response is theirs
     */
    private record Shown(Map<String, PairedResponse> pairs, Set<Example> telling) {
        boolean isSuccess(String name) {
            return Optional.ofNullable(pairs.get(name))
                    .filter(PairedResponse::isSuccess)
                    .isPresent();
        }

        /** Counts those names whose example was sent, and strikes those whose example was not. */
        void compare(List<Example> examples, List<JsonNode> sent, Map<String, Integer> fitting) {
            for (Example example : examples) {
                if (!sent.contains(example.value())) {
                    fitting.remove(example.name());
                } else if (telling.contains(example)) {
                    fitting.computeIfPresent(example.name(), (name, count) -> count + 1);
                }
            }
        }
    }

    /**
     * {@return the response that belongs to the request; that with most examples in common if there are several, and among
     * these one that succeeds}
     *
     * @param pathValues the values of the path parameters as sent, percent-encoded
     */
    public Optional<PairedResponse> find(Operation operation, Map<String, String> pathValues, Request request) {
        Shown shown = known.computeIfAbsent(operation, ExamplePairs::shown);
        if (shown.pairs.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> fitting = new LinkedHashMap<>();
        shown.pairs.keySet().forEach(name -> fitting.put(name, 0));
        for (Parameter parameter : operation.parameters()) {
            List<Example> examples = parameter.examples();
            if (!examples.isEmpty()) {
                shown.compare(examples, sent(parameter, pathValues, request), fitting);
            }
        }
        content(operation, request).ifPresent(content -> shown.compare(content.examples(), sent(request), fitting));
        return fitting.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(entry -> shown.isSuccess(entry.getKey())))
                .map(entry -> shown.pairs.get(entry.getKey()));
    }

    private static List<JsonNode> sent(Parameter parameter, Map<String, String> pathValues, Request request) {
        return new ParameterDecoder(parameter).decode(request, pathValues) instanceof Decoded.Value value
                ? value.candidates()
                : List.of();
    }

    private static List<JsonNode> sent(Request request) {
        try {
            return List.of(Json.read(request.body().bytes()));
        } catch (JsonException e) {
            return List.of();
        }
    }

    private static Optional<MediaTypeSpec> content(Operation operation, Request request) {
        Optional<MediaType> type = request.headers().first("Content-Type").flatMap(MediaType::parse);
        return operation.body() == null || type.isEmpty() || !type.get().isJson()
                ? Optional.empty()
                : MediaTypeSpec.covering(operation.body().content(), type.get());
    }

    private static Shown shown(Operation operation) {
        Map<String, PairedResponse> pairs = new LinkedHashMap<>();
        Set<Example> telling = Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<Example> examples : operation.requestExamples()) {
            for (Example example : examples) {
                PairedResponse.of(operation, example)
                        .ifPresent(response -> pairs.putIfAbsent(example.name(), response));
                if (PairedResponse.isTelling(operation, example, examples)) {
                    telling.add(example);
                }
            }
        }
        return new Shown(pairs, telling);
    }
}
