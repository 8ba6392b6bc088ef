package plumbline.mock.state.seeding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.pairing.PairedResponse;
import plumbline.json.jackson.databind.JsonNode;

/**
 * What the examples of path parameters call items. Those that are shown to be refused call none.
 *
 * @param names the parameters that name items, from the left to the right
 * @param examples what they are shown to be, by parameter; none is empty
 */
record ExampleKeys(List<String> names, Map<String, List<Example>> examples) {
    /**
     * {@return the keys that an operation shows}
     *
     * @param names the parameters that are part of the key
     */
    static ExampleKeys of(Operation operation, List<String> names) {
        Map<String, List<Example>> examples = new HashMap<>();
        for (Parameter parameter : operation.parameters(Parameter.In.PATH)) {
            List<Example> shown = names.contains(parameter.name()) ? examples(operation, parameter) : List.of();
            if (!shown.isEmpty()) {
                examples.put(parameter.name(), shown);
            }
        }
        return new ExampleKeys(names, examples);
    }

    private static List<Example> examples(Operation operation, Parameter parameter) {
        List<Example> shown = PairedResponse.allowed(operation, parameter.examples()).stream()
                .filter(example -> example.value().isValueNode())
                .toList();
        return shown.isEmpty() ? ofSchema(parameter) : shown;
    }

    private static List<Example> ofSchema(Parameter parameter) {
        return parameter
                .valueSchema()
                .map(schema -> schema.node().resolved())
                .flatMap(schema -> schema.get("example")
                        .or(() -> schema.items("examples").stream().findFirst()))
                .filter(node -> node.value().isValueNode())
                .map(node -> List.of(new Example("", node.value(), node)))
                .orElse(List.of());
    }

    /** {@return the first value of each parameter that has one} */
    Map<String, JsonNode> first() {
        return named("");
    }

    /** {@return the values of the examples of one name, and the first one of each parameter that has none of it} */
    Map<String, JsonNode> named(String example) {
        Map<String, JsonNode> values = new HashMap<>();
        examples.forEach((name, shown) -> values.put(
                name,
                shown.stream()
                        .filter(one -> !example.isEmpty() && one.name().equals(example))
                        .findFirst()
                        .orElse(shown.get(0))
                        .value()));
        return values;
    }

    /** {@return all keys; those of one name of example belong together} */
    Stream<List<String>> all() {
        if (!examples.keySet().containsAll(names)) {
            return Stream.of();
        }
        List<String> labels = new ArrayList<>();
        labels.add("");
        names.forEach(name -> examples(name).forEach(example -> labels.add(example.name())));
        return labels.stream().distinct().map(this::named).map(this::key).distinct();
    }

    private List<Example> examples(String name) {
        return examples.getOrDefault(name, List.of());
    }

    private List<String> key(Map<String, JsonNode> values) {
        return names.stream()
                .flatMap(name -> Stream.ofNullable(values.get(name)))
                .map(value -> value.asString(""))
                .toList();
    }
}
