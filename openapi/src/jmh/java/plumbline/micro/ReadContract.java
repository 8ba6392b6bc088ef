package plumbline.micro;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import plumbline.contract.Contract;
import plumbline.contract.body.Content;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Schema;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.validation.ResponseValidator;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.json.networknt.schema.SchemaRegistry;
import plumbline.json.networknt.schema.SpecificationVersion;

/** The built-in contract as it is held while it serves, an example of its answers, and what a baseline needs of both. */
@State(Scope.Benchmark)
public class ReadContract {
    static final String METHOD = "GET";
    static final String PATH = "/api/users/7b1f28b9-a4ad-450b-a0ea-fd647d5109b2";

    final Contract contract = Contract.builtIn(Optional.empty());
    final Schemas schemas = new Schemas(contract.version());
    final Operation operation = contract.operations().get(0);
    final MediaTypeSpec json = operation.responses().get(0).content().get(0);
    final Schema schema = Optional.ofNullable(json.schema()).orElseThrow();
    final JsonNode value = json.examples().get(0).value();
    final byte[] text = Json.write(value);
    final Content content = new Content(json, json.mediaType());
    final Response response = Response.of(200)
            .withHeader("Content-Type", json.mediaType().toString())
            .withBody(Body.of(text));
    final ResponseValidator validator = new ResponseValidator(schemas);
    final Sampler sampler = new Sampler(schemas);

    /** What the fastest router would be: one that knows each path by heart. */
    final Map<String, Operation> byPath = new HashMap<>(Map.of(PATH, operation));

    /** The validator without us, given the document with a reference to the schema. */
    final plumbline.json.networknt.schema.Schema bare = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(((ObjectNode) contract.root().value().deepCopy())
                    .put("$ref", "#" + schema.node().resolved().pointer()));

    /** Makes sure that nothing is measured which does not do what it is measured for. */
    public ReadContract() {
        if (!validator.validate(operation, METHOD, response).isEmpty()
                || !bare.validate(value).isEmpty()) {
            throw new IllegalStateException("the contract's own example is refused");
        }
    }
}
