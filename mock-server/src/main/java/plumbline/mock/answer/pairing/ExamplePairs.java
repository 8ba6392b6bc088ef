package plumbline.mock.answer.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.contract.Match;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.parameters.Decoded;
import plumbline.contract.parameters.ParameterDecoder;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Knows which response answers a request that a document shows: the one with an example of the same name as those of the
 * body and the parameters that were sent. Thread-safe.
 */
public final class ExamplePairs {
    private final Map<Operation, Map<String, Pair>> known = new ConcurrentHashMap<>();

    /** {@return the response that belongs to the request; that with most examples in common if there are several} */
    public Optional<Pair> find(Match.Found match, Request request) {
        Map<String, Pair> pairs = known.computeIfAbsent(match.operation(), ExamplePairs::pairs);
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> fitting = new LinkedHashMap<>();
        pairs.keySet().forEach(name -> fitting.put(name, 0));
        for (Parameter parameter : match.operation().parameters()) {
            List<Example> examples = parameter.examples();
            if (!examples.isEmpty()) {
                compare(examples, sent(parameter, match, request), fitting);
            }
        }
        content(match.operation(), request).ifPresent(content -> compare(content.examples(), sent(request), fitting));
        return fitting.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(entry -> pairs.get(entry.getKey()));
    }

    /** Counts those names whose example was sent, and strikes those whose example was not. */
    private static void compare(List<Example> examples, List<JsonNode> sent, Map<String, Integer> fitting) {
        for (Example example : examples) {
            if (sent.contains(example.value())) {
                fitting.computeIfPresent(example.name(), (name, count) -> count + 1);
            } else {
                fitting.remove(example.name());
            }
        }
    }

    private static List<JsonNode> sent(Parameter parameter, Match.Found match, Request request) {
        return new ParameterDecoder(parameter).decode(request, match.pathValues()) instanceof Decoded.Value value
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

    /** The responses whose examples have a name that an example of the request has, too. */
    private static Map<String, Pair> pairs(Operation operation) {
        List<Example> asked = new ArrayList<>();
        operation.parameters().forEach(parameter -> asked.addAll(parameter.examples()));
        if (operation.body() != null) {
            operation.body().content().forEach(content -> asked.addAll(content.examples()));
        }
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (ResponseSpec response : operation.responses()) {
            if (!"default".equals(response.key())) {
                response.content().stream()
                        .flatMap(content -> content.examples().stream())
                        .map(Example::name)
                        .filter(name -> !name.isEmpty()
                                && asked.stream()
                                        .anyMatch(example -> example.name().equals(name)))
                        .forEach(name -> pairs.putIfAbsent(name, new Pair(response, status(response), name)));
            }
        }
        return pairs;
    }

    private static int status(ResponseSpec response) {
        return Integer.parseInt(
                response.key().toUpperCase(java.util.Locale.ROOT).replace("XX", "00"));
    }
}
