package plumbline.conformance.credentials;

import java.util.List;
import java.util.Optional;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.validation.Schemas;

/** The headers that clients send without being asked. */
final class UsualHeaders {
    private static final Headers ALL =
            Headers.of("Accept", "*/*", "Accept-Encoding", "gzip", "User-Agent", "Plumbline");

    private UsualHeaders() {}

    /** {@return those that an operation does not describe as something else, and does not ask for, as its requests have these} */
    static Headers of(Operation operation) {
        List<Parameter> described = operation.parameters(Parameter.In.HEADER);
        return new Headers(ALL.fields().stream()
                .filter(header -> described.stream()
                        .filter(parameter -> header.is(parameter.name()))
                        .allMatch(parameter -> !parameter.required() && allows(parameter, header)))
                .toList());
    }

    private static boolean allows(Parameter parameter, Header header) {
        Optional<Schema> schema = parameter.valueSchema();
        return schema.isEmpty()
                || TextValues.candidates(header.value(), SchemaShape.of(schema.get())).stream()
                        .anyMatch(value ->
                                new Schemas(schema.get().version()).isValid(schema.get(), Direction.REQUEST, value));
    }
}
