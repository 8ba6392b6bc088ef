package plumbline.mock.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.Match;
import plumbline.contract.Operation;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/** Each of these requests is refused, and the refusal says what is wrong, where, and where the contract says so. */
class InvalidRequestsTests {
    static List<String> documents() {
        return List.copyOf(InvalidRequests.byDocument().keySet());
    }

    @Test
    void thereAreManyOfThem() {
        assertThat(InvalidRequests.byDocument().values().stream()
                        .mapToInt(List::size)
                        .sum())
                .isGreaterThan(200);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void eachIsRefusedForTheReasonThatItHas(String document) throws UnsatisfiableException, JsonException {
        MockServerOptions options = MockServerOptions.defaults()
                .withContract(Documents.named(document))
                .withPort(0);
        List<String> expected = new ArrayList<>();
        List<String> actual = new ArrayList<>();
        try (MockServer server = MockServer.start(options)) {
            Requests requests = new Requests(new Schemas(server.contract().version()));
            for (InvalidRequests.Row row : InvalidRequests.byDocument().getOrDefault(document, List.of())) {
                String name = row.operation() + " " + row.change() + " | ";
                expected.add(name + row.refusal());
                actual.add(name + refusal(ask(server, requests, row), row));
            }
        }

        assertThat(actual).isEqualTo(expected);
    }

    private static Response ask(MockServer server, Requests requests, InvalidRequests.Row row)
            throws UnsatisfiableException {
        Operation operation = server.contract().operations().stream()
                .filter(other -> other.id().equals(row.operation()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(row.operation()));
        Request valid = requests.of(operation).get(0);
        Match.Found match = (Match.Found) server.contract().match(valid.method(), valid.path());
        return new Asker(server.port()).ask(ChangedRequest.of(valid, match, row.change()));
    }

    /** What the mock says, as the row would say it; the violation that the row expects, if that is among others. */
    private static String refusal(Response response, InvalidRequests.Row row) throws JsonException {
        List<String> refusals = new ArrayList<>();
        for (JsonNode violation : violations(response)) {
            String pointer = violation.path("contractPointer").asString("");
            refusals.add(String.join(
                    " | ",
                    Integer.toString(response.status()),
                    violation.path("code").asString(""),
                    violation.path("location").asString(""),
                    pointer.substring(Math.max(0, pointer.lastIndexOf('/', pointer.lastIndexOf('/') - 1) + 1))));
        }
        return refusals.stream()
                .filter(row.refusal()::equals)
                .findFirst()
                .orElse(refusals.isEmpty() ? response.status() + "" : String.join(" AND ", refusals));
    }

    private static JsonNode violations(Response response) throws JsonException {
        var header = response.headers().first("Plumbline-Violations");
        return header.isPresent()
                ? Json.read(header.get())
                : Json.read(response.body().bytes()).path("validation");
    }
}
