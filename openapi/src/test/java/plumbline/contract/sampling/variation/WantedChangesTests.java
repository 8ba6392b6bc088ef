package plumbline.contract.sampling.variation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.validation.Schemas;

class WantedChangesTests {
    private static final String SCHEMA =
            "{type: object, required: [a, b], properties: {a: {type: integer}, b: {enum: [x, y]}}}";

    private static final String VALID = "{\"a\":1,\"b\":\"x\"}";

    private static final Contract CONTRACT = Contracts.ofSchemas("3.1.0", "T: " + SCHEMA);

    private final Mutator mutator = new Mutator(new Schemas(CONTRACT.version()));

    private List<Mutation> mutations(String valid, WantedChanges wanted) throws JsonException {
        return mutator.mutations(Contracts.schema(CONTRACT, "T"), Direction.REQUEST, Json.read(valid), wanted)
                .list();
    }

    private List<String> changes(WantedChanges wanted) throws JsonException {
        return mutations(VALID, wanted).stream().map(Mutation::toString).toList();
    }

    @Test
    void leavesOutWhatIsNotWanted() throws JsonException {
        List<String> all = changes(WantedChanges.ALL);

        List<String> some = changes(new WantedChanges() {
            @Override
            public boolean isWanted(Judged.Change change) {
                return !change.place().pointer().equals("/b");
            }

            @Override
            public boolean isEnough(Mutation wrongType, List<Judged.Change> others) {
                return false;
            }
        });

        assertThat(all).anyMatch(change -> change.startsWith("/b "));
        assertThat(some)
                .containsExactlyElementsOf(
                        all.stream().filter(change -> !change.startsWith("/b ")).toList());
    }

    @Test
    void makesTheLastWrongTypeAloneWhereThatIsEnough() throws JsonException {
        List<Judged.Change> left = new ArrayList<>();

        List<String> some = changes(new WantedChanges() {
            @Override
            public boolean isWanted(Judged.Change change) {
                return true;
            }

            @Override
            public boolean isEnough(Mutation wrongType, List<Judged.Change> others) {
                boolean isOfNumber = wrongType.pointer().equals("/a");
                if (isOfNumber) {
                    left.addAll(others);
                }
                return isOfNumber;
            }
        });

        assertThat(some)
                .filteredOn(change -> change.contains("wrong type"))
                .containsExactly(
                        "wrong type string",
                        "wrong type null",
                        "wrong type boolean",
                        "wrong type integer",
                        "wrong type number",
                        "wrong type array",
                        "/a wrong type object");
        assertThat(left)
                .extracting(Judged.Change::text)
                .containsExactly(
                        "wrong type string",
                        "wrong type null",
                        "wrong type boolean",
                        "wrong type number",
                        "wrong type array");
    }

    @Test
    void knowsTheSamePlaceOfAnotherValue() throws JsonException {
        assertThat(mutations(VALID, WantedChanges.ALL))
                .extracting(Mutation::change)
                .containsExactlyElementsOf(mutations("{\"a\":2,\"b\":\"x\"}", WantedChanges.ALL).stream()
                        .map(Mutation::change)
                        .toList());
    }
}
