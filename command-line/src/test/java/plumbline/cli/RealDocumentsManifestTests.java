package plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Our manifests are what the API of Kubernetes takes, by its own OpenAPI document, and hold nothing that it does not describe:
 * {@code mvn -Preal-documents verify}, which fetches it from npm.
 */
@Tag("real-documents")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealDocumentsManifestTests {
    private static final Path DOCUMENT = Path.of("../mock-server/target/documents/kubernetes.json");

    @TempDir
    private Path folder = Path.of("");

    private Contract api = Contract.builtIn(Optional.empty());

    @BeforeAll
    void fetch(@TempDir Path shared) throws IOException, InterruptedException, JsonException {
        Process fetching = new ProcessBuilder("../mock-server/bench/documents", "kubernetes")
                .inheritIO()
                .start();
        assertThat(fetching.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(fetching.exitValue()).as("bench/documents").isZero();

        JsonNode document = Json.read(Files.readAllBytes(DOCUMENT));
        for (JsonNode schema : document.path("components").path("schemas")) {
            if (schema instanceof ObjectNode object && object.has("properties")) {
                object.put("additionalProperties", false);
            }
        }
        Path strict = shared.resolve("strict.json");
        api = Contract.read(Files.write(strict, Json.write(document)));
    }

    /** {@return what is wrong with creating an object} */
    private List<String> complaints(String manifest) throws IOException {
        JsonNode object = new Recipes(folder).read(manifest).value();
        String version = object.path("apiVersion").asString("");
        String kind = object.path("kind").asString("").toLowerCase(Locale.ROOT);
        String group = version.contains("/") ? "/apis/" : "/api/";
        Request creation = Request.of("POST", group + version + "/namespaces/default/" + kind + "s")
                .withHeader("Content-Type", "application/json")
                .withBody(Body.of(Json.write(object)));
        RequestValidator validator = new RequestValidator(new Schemas(api.version()));
        return validator.match(api, creation) instanceof Match.Found found
                ? validator.validate(found, creation).stream()
                        .map(violation -> violation.location().pointer() + " " + violation.rule())
                        .toList()
                : List.of("there is no " + kind + " in " + version);
    }

    private static String object(String kind) throws IOException {
        return Recipes.objects().stream()
                .filter(object -> object.contains("\nkind: " + kind + "\n"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areTakenAsTheyStand() throws IOException {
        List<String> objects = Recipes.objects();

        assertThat(objects).hasSize(4);
        for (String object : objects) {
            assertThat(complaints(object)).as(object).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployment | replicas: 2 | replcas: 2 | /spec additionalProperties
            Deployment | automountServiceAccountToken: | automountToken: | /spec/template/spec additionalProperties
            Deployment | replicas: 2 | replicas: two | /spec/replicas type
            Deployment | NonRoot: true | NonRoot: 'true' | /spec/template/spec/securityContext/runAsNonRoot type
            Deployment | name: scratch, mountP | mountP | /spec/template/spec/containers/0/volumeMounts/1 required
            Deployment | apps/v1 | apps/v2 | there is no deployment in apps/v2
            Deployment | kind: Deployment | kind: Deploymnet | there is no deploymnet in apps/v1
            Service | port: 80 | prot: 80 | /spec/ports/0 required; /spec/ports/0 additionalProperties
            Service | targetPort: http | targetPrt: http | /spec/ports/0 additionalProperties
            Job | completionMode | completionModus | /spec additionalProperties
            Job | completions: 4 | completions: '4' | /spec/completions type
            Job | template: | templates: | /spec required; /spec additionalProperties
            PersistentVolumeClaim | [ReadWriteOnce] | ReadWriteOnce | /spec/accessModes type
            PersistentVolumeClaim | resources: | resource: | /spec additionalProperties
            """)
    void areRefusedWithAFault(String kind, String right, String wrong, String complaint) throws IOException {
        String manifest = object(kind);

        assertThat(manifest).contains(right);
        assertThat(complaints(manifest.replace(right, wrong))).containsExactly(complaint.split("; ", -1));
    }
}
