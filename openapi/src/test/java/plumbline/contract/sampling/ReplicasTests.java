package plumbline.contract.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import plumbline.contract.Contract;
import plumbline.contract.Contracts;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.http.MediaType;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/** Each process makes the same of the same seed. */
class ReplicasTests {
    private static final int SEEDS = 12;
    private static final String NAMES = """
        name email phone url image description title genre isbn color currency price iban bic languageName version slug \
        filename mimeType userAgent sha token firstName lastName company jobTitle street city zip country state latitude \
        longitude birthday createdAt username password product department ip uuid time timezone status""";

    /** What this process makes, for another one to compare. */
    public static void main(String... arguments) throws UnsatisfiableException {
        System.out.print(samples());
    }

    @Test
    void aValueIsTheSameInEachProcess() throws IOException, UnsatisfiableException, InterruptedException {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplicasTests.class.getName())
                .redirectErrorStream(true)
                .start();
        String made = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor()).as(made).isZero();
        assertThat(made).isEqualTo(samples());
    }

    private static String samples() throws UnsatisfiableException {
        StringBuilder properties = new StringBuilder();
        for (String name : NAMES.split("\\s+", -1)) {
            properties.append("    ").append(name).append(": {type: string}\n");
        }
        Contract contract = Contracts.ofSchemas(
                "3.1.0",
                "T:\n  type: object\n  required: [" + NAMES.strip().replaceAll("\\s+", ", ")
                        + ", nothing]\n  properties:\n    nothing: {type: 'null'}\n" + properties);
        Schema schema = Contracts.schema(contract, "T");
        MediaType xml = MediaType.parse("application/xml").orElseThrow();
        Content content = new Content(MediaTypeSpec.of(xml, schema, schema.node()), xml);
        Sampler sampler = new Sampler(new Schemas(contract.version()));
        StringBuilder samples = new StringBuilder();
        for (int seed = 0; seed < SEEDS; seed++) {
            JsonNode value = sampler.sample(schema, Direction.RESPONSE, seed);
            samples.append(Bodies.write(content, value).body().text()).append('\n');
        }
        return samples.toString();
    }
}
