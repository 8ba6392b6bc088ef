package plumbline.contract.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contracts;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.Operation;

class PairedResponseTests {
    private static Operation operation(String examples) {
        return Contracts.read("""
                openapi: 3.0.3
                info: {title: Judges, version: '1'}
                paths:
                  /judges/{id}:
                    get:
                      parameters: [{name: id, in: path, required: true, schema: {type: string}, examples: {%s}}]
                      responses:
                        '200': {description: ok, content: {application/json: {examples: {one: {value: {}}}}}}
                        '404': {description: no, content: {application/json: {examples: {unknown: {value: {}}, '404-gone': {value: {}}}}}}
                        4XX: {description: other, content: {application/json: {examples: {late: {value: {}}}}}}
                        default: {description: all else, content: {application/json: {examples: {lost: {value: {}}}}}}
                """.formatted(examples)).operations().get(0);
    }

    private static List<Example> examples(Operation operation) {
        return operation.parameters().get(0).examples();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "one, 200, one",
                "unknown, 404, unknown",
                "HTTP404-unknown, 404, unknown",
                "http 404 unknown, 404, unknown",
                "status_404: nobody, 404, none",
                "404-gone, 404, 404-gone",
                "404 not found, 404, none",
                "HTTP200-one, 200, one",
                "HTTP451-sealed, 451, none",
                "late, 400, late",
                "HTTP404, 404, none",
            })
    void isToldByTheNameOfAnExample(String name, int status, String example) {
        Operation operation = operation("'" + name + "': {value: a}");

        assertThat(PairedResponse.of(operation, examples(operation).get(0))).hasValueSatisfying(found -> {
            assertThat(found.status()).isEqualTo(status);
            assertThat(found.example()).isEqualTo(example);
        });
    }

    @ParameterizedTest
    @CsvSource({"other", "404", "500-broken", "lost", "1404-unknown", "HTTP4040", "404-17", "the 404"})
    void isNotGuessed(String name) {
        Operation operation = operation("'" + name + "': {value: a}");

        assertThat(PairedResponse.of(operation, examples(operation).get(0))).isEmpty();
    }

    @Test
    void isNotToldByWhatSucceedsElsewhere() {
        Operation operation = operation("HTTP200-one: {value: a}, HTTP404-unknown: {value: a}, HTTP404-x: {value: b}");
        List<Example> all = examples(operation);

        assertThat(all)
                .map(example -> PairedResponse.isTelling(operation, example, all))
                .containsExactly(true, false, true);
        assertThat(PairedResponse.allowed(operation, all)).containsExactly(all.get(0));
    }
}
