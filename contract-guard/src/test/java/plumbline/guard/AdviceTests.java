package plumbline.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.finding.Finding;

/** What findings say of mistakes that many make, and how to mend them. */
class AdviceTests {
    private static final String OPERATION = """
            openapi: 3.1.1
            info: {title: T, version: '1'}
            paths:
              /a:
                post: {%s, responses: {'204': {description: Done}}}
            """;
    private static final String SCHEMA =
            OPERATION.formatted("requestBody: {content: {application/json: {schema: %s}}}");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parameters: [{name: q, in: querry, schema: {}}] | cannot be sent in 'querry'; write 'in:' with one of path, query, header, cookie
            parameters: [{name: q, in: body, schema: {}}]   | describe the body by 'requestBody'
            parameters: [{name: q, in: formData}]           | application/x-www-form-urlencoded
            parameters: [{name: q, in: query, type: string}] | below 'schema'
            requestBody: {content: {}, schema: {}}          | below 'content'
            """)
    void saysHowToMendAnOperation(String part, String advice) throws IOException {
        assertThat(findings(OPERATION.formatted(part)))
                .anySatisfy(finding -> assertThat(finding.toString()).contains(advice));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {properties: {a: {required: true}}}   | in the list 'required' of the schema around it
            {type: string, format: dateTime}      | write 'date-time'
            """)
    void saysHowToMendASchema(String schema, String advice) throws IOException {
        assertThat(findings(SCHEMA.formatted(schema)))
                .anySatisfy(finding -> assertThat(finding.toString()).contains(advice));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {type: integer, minimum: 2, maximum: 1} | schema-bounds
            {type: string, enum: []}                | schema-enum
            {type: string, pattern: /^a$/}          | pattern
            """)
    void tellsAContradictionOnce(String schema, String rule) throws IOException {
        assertThat(findings(SCHEMA.formatted(schema)))
                .extracting(finding -> finding.rule().id())
                .contains(rule)
                .doesNotContain("schema-satisfiable");
    }

    @Test
    void knowsWhatIsWrittenAsTextInWideUse() throws IOException {
        assertThat(findings(SCHEMA.formatted("{type: string, format: int64}")))
                .extracting(finding -> finding.rule().id())
                .doesNotContain("format");
    }

    @Test
    void letsWhatIsSentAndGotBeReadOnly() throws IOException {
        String schema = "content: {application/json: {schema: {properties: {id: {readOnly: true}}}}}";
        String shared = """
                components: {schemas: {Shared: {properties: {id: {readOnly: true}, code: {writeOnly: true}}}}}
                """;
        String content = "content: {application/json: {schema: {$ref: '#/components/schemas/Shared'}}}";
        String document = OPERATION
                .formatted("requestBody: {%s}".formatted(content))
                .replace("description: Done", "description: Done, " + content)
                .replace("204", "200");

        assertThat(findings(OPERATION.formatted("requestBody: {" + schema + "}")))
                .extracting(finding -> finding.rule().id())
                .contains("schema-access");
        assertThat(findings(document + shared))
                .extracting(finding -> finding.rule().id())
                .doesNotContain("schema-access");
    }

    private List<Finding> findings(String document) throws IOException {
        Path file = Files.writeString(folder.resolve("api.yaml"), document);
        return Guard.assess(GuardOptions.builtIn().withContract(file.toString()))
                .findings();
    }
}
