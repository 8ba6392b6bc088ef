package plumbline.contract.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.operation.Direction;
import plumbline.contract.validation.Schemas;

/** A sample depends on its schema and seed alone, not on what was sampled before. */
class RequestOrderTests {
    /** Below the depth where the lowest branch is taken, the height of A decides; it needs B, which needs A. */
    private static final String MUTUAL_RECURSION = """
        T: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}
        A: {type: object, required: [b], properties: {b: {$ref: '#/components/schemas/B'}}}
        B: {oneOf: [{type: object, required: [a], properties: {a: {$ref: '#/components/schemas/A'}}}, {type: object, required: [leaf], properties: {leaf: {type: boolean}}}]}
        Deep: {type: object, required: [v], properties: {v: {type: object, required: [w], properties: {w: {type: object, required: [x], properties: {x: {type: object, required: [y], properties: {y: {type: object}}}}}}}}}
        DeepC: {allOf: [{$ref: '#/components/schemas/Deep'}, {properties: {v: {properties: {w: {properties: {x: {properties: {y: {required: [z], properties: {z: {$ref: '#/components/schemas/C'}}}}}}}}}}}]}
        DeepE: {allOf: [{$ref: '#/components/schemas/Deep'}, {properties: {v: {properties: {w: {properties: {x: {properties: {y: {required: [z], properties: {z: {$ref: '#/components/schemas/E'}}}}}}}}}}}]}
        E: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/D'}]}
        C: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/D'}]}
        D: {type: object, required: [d], properties: {d: {type: array, minItems: 1, items: {type: array, minItems: 1, items: {type: array, minItems: 1, items: {type: integer}}}}}}
        """;

    @Test
    void doesNotChangeValuesOfSchemasThatNeedOneAnother() {
        Contract contract = Contracts.ofSchemas("3.1.0", MUTUAL_RECURSION);
        List<String> names = List.of("T", "A", "B", "C", "DeepC", "DeepE");

        for (String last : names) {
            for (String first : names) {
                assertThat(samples(contract, List.of(first, last)).get(last))
                        .as("%s after %s", last, first)
                        .isEqualTo(samples(contract, List.of(last)).get(last));
            }
        }
    }

    @Test
    void doesNotChangeValuesOfRandomSchemas() {
        for (int first = 0; first < 600; first += 60) {
            StringBuilder components = new StringBuilder("T: true\n" + RandomCompositions.COMPONENTS);
            List<String> names = new ArrayList<>();
            for (int i = first; i < first + 60; i++) {
                components.append("S%d: %s\n".formatted(i, new RandomSchemas(i).schema()));
                names.add("S" + i);
            }
            Contract contract = Contracts.ofSchemas("3.1.0", components.toString());
            List<String> backwards = new ArrayList<>(names);
            Collections.reverse(backwards);

            assertThat(samples(contract, backwards)).isEqualTo(samples(contract, names));
        }
    }

    private static Map<String, String> samples(Contract contract, List<String> names) {
        Sampler sampler = new Sampler(new Schemas(contract.version()));
        Map<String, String> samples = new TreeMap<>();
        for (String name : names) {
            samples.put(name, sample(contract, sampler, name));
        }
        return samples;
    }

    private static String sample(Contract contract, Sampler sampler, String name) {
        try {
            return sampler.sample(Contracts.schema(contract, name), Direction.RESPONSE, 7)
                    .toString();
        } catch (UnsatisfiableException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
