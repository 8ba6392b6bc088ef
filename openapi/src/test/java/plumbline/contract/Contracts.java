package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Documents;
import plumbline.contract.document.MemorySource;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.operation.Schema;

/** Contracts made of texts. */
public final class Contracts {
    private Contracts() {}

    /** {@return the contract in this document} */
    public static Contract read(String document) {
        return read(Map.of("api.yaml", document));
    }

    /** {@return the contract in these documents by name, of which the first is the one to start with} */
    public static Contract read(Map<String, String> documents) {
        return new ContractReader(Documents.read(new MemorySource(documents)), Optional.empty()).read();
    }

    /** {@return the contract in this document, served under this base path} */
    static Contract read(String document, Optional<String> basePath) {
        return new ContractReader(Documents.read(new MemorySource(Map.of("api.yaml", document))), basePath).read();
    }

    /** {@return the contract in these documents, which may not refer to other hosts} */
    public static Contract readStrictly(Map<String, String> documents) {
        return new ContractReader(Documents.read(MemorySource.strict(documents)), Optional.empty()).read();
    }

    /** {@return the problems that keep these documents from being a contract} */
    public static java.util.List<Problem> problems(Map<String, String> documents) {
        ContractException exception = catchThrowableOfType(ContractException.class, () -> read(documents));
        assertThat(exception).as("these documents are refused").isNotNull();
        return exception.problems();
    }

    /** {@return the problems that keep this document from being a contract} */
    public static java.util.List<Problem> problems(String document) {
        return problems(Map.of("api.yaml", document));
    }

    /** {@return a contract whose one operation, {@code POST /t}, takes and answers with the component schema {@code T}} */
    public static Contract ofSchemas(String version, String schemas) {
        return read("""
            openapi: %s
            info: {title: T, version: '1'}
            paths:
              /t:
                post:
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}
                  responses:
                    '200':
                      description: OK
                      content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}
            components:
              schemas:
            """.formatted(version) + schemas.indent(4));
    }

    /** {@return the component schema of a contract} */
    public static Schema schema(Contract contract, String name) {
        Node operation = contract.operations().get(0).node();
        Node node =
                operation.document().root().at("/components/schemas/" + name).orElseThrow();
        return new Schema(node, contract.version());
    }

    /** {@return a contract of operations with these methods and paths, whose parameters may have any value} */
    public static Contract ofOperations(String server, String... titles) {
        Map<String, String> paths = new java.util.LinkedHashMap<>();
        for (String title : titles) {
            String[] parts = title.split(" ", -1);
            String parameters = java.util.regex.Pattern.compile("\\{(.*?)}")
                    .matcher(parts[1])
                    .results()
                    .map(name -> "{name: " + name.group(1) + ", in: path, required: true, schema: {}}")
                    .collect(Collectors.joining(", "));
            paths.merge(
                    parts[1],
                    "    %s: {parameters: [%s], responses: {'200': {description: OK}}}\n"
                            .formatted(parts[0].toLowerCase(java.util.Locale.ROOT), parameters),
                    String::concat);
        }
        StringBuilder document = new StringBuilder(
                "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: '%s'}]\npaths:\n".formatted(server));
        paths.forEach((path, operations) ->
                document.append("  '").append(path).append("':\n").append(operations));
        return read(document.toString());
    }
}
