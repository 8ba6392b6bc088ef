package plumbline.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.server.ContractServer;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.finding.Finding;

/** Servers that keep another contract than the one that they are held to: one keyword of it is wider, or narrower. */
@Execution(ExecutionMode.CONCURRENT)
class KeywordFaultsTests {
    private static final Path CONTRACT = Suites.resource("keywords.yaml");

    @TempDir
    private Path folder;

    @Test
    void aServerThatKeepsTheContractRaisesNoAlarm() throws IOException {
        Report report = report(Files.readString(CONTRACT));

        assertThat(report.verdicts())
                .flatExtracting(verdict -> verdict.findings().stream()
                        .map(finding -> verdict.subject().id() + ": " + finding)
                        .toList())
                .isEmpty();
        assertThat(report.counts().skipped()).isZero();
        assertThat(report.counts().passed()).isGreaterThan(150);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            minimum: 1, maximum: 50}               | minimum: 0, maximum: 50}                 | query page below minimum 1
            minimum: 1, maximum: 50}               | minimum: 1, maximum: 51}                 | query page above maximum 50
            type: integer, minimum: 1, maximum: 50 | minimum: 1, maximum: 50                  | query page wrong type
            '^[a-z]{3}$'                           | '^.{3}$'                                 | path code unlike pattern
            enum: [fast, slow]                     | type: string                             | query mode not in enum
            required: true, schema: {enum          | schema: {enum                            | query mode missing
            maxItems: 3}, example                  | maxItems: 4}, example                    | query tags more than maxItems 3
            size: {type: integer, maximum: 9}}, additionalProperties: false | size: {type: integer, maximum: 9}} | query filter with a forbidden property
            size: {type: integer, maximum: 9}      | size: {type: integer, maximum: 10}       | query filter /size above maximum 9
            minLength: 4, maxLength: 8             | minLength: 3, maxLength: 8               | header X-Trace shorter than minLength 4
            minLength: 4, maxLength: 8             | minLength: 4, maxLength: 9               | header X-Trace longer than maxLength 8
            name: X-Trace, in: header, required: true | name: X-Trace, in: header             | header X-Trace missing
            type: integer, exclusiveMinimum: 0}, example: 7 | type: integer, minimum: 0}, example: 7 | cookie session at exclusiveMinimum 0
            name: session, in: cookie, required: true | name: session, in: cookie             | cookie session missing
            minLength: 2, maxLength: 5             | minLength: 1, maxLength: 5               | body application/json /name shorter than minLength 2
            minLength: 2, maxLength: 5             | minLength: 2, maxLength: 6               | body application/json /name longer than maxLength 5
            minimum: 0.5, exclusive                | minimum: 0, exclusive                    | body application/json /price below minimum 0.5
            exclusiveMaximum: 100                  | maximum: 100                             | body application/json /price at exclusiveMaximum 100
            , multipleOf: 0.5                      | ""                                       | body application/json /price no multiple of 0.5
            exclusiveMinimum: 0, maximum: 1000     | minimum: 0, maximum: 1000                | body application/json /count at exclusiveMinimum 0
            type: string, format: date             | type: string                             | body application/json /born malformed date
            enum: [new, old]                       | type: string                             | body application/json /state not in enum
            pattern: '^[a-z]+$'                    | minLength: 0                             | body application/json /kinds/0 unlike pattern
            minItems: 1, maxItems: 2               | maxItems: 2                              | body application/json /kinds fewer than minItems 1
            minItems: 1, maxItems: 2               | minItems: 1, maxItems: 3                 | body application/json /kinds more than maxItems 2
            , uniqueItems: true                    | ""                                       | body application/json /kinds duplicate items
            contains: {const: 1}                   | contains: {}, minContains: 0             | body application/json /marks fewer than 1 of what it must contain
            , maxContains: 2                       | ""                                       | body application/json /marks more than maxContains 2
            minProperties: 1, maxProperties: 3     | minProperties: 1                         | body application/json /size more than maxProperties 3
            required: [width], properties          | properties                               | body application/json /size without width
            ", dependentRequired: {a: [b]}"          | ""                                       | body application/json /pair without b
            propertyNames: {pattern: '^[a-z]$'}    | propertyNames: {minLength: 0}            | body application/json /labels bad property name
            additionalProperties: {type: string}   | additionalProperties: {}                 | body application/json /labels/a wrong type integer
            type: [string, 'null']                 | type: [string, integer, 'null']          | body application/json /note wrong type integer
            const: yes-please                      | type: string                             | body application/json /exact other than const
            required: [name, price, owner]         | required: [name, owner]                  | body application/json without price
            additionalProperties: false\\n      required: [name, price | required: [name, price | body application/json with a forbidden property
            required: [kind, age]                  | required: [kind]                         | body application/json /owner without age
            maximum: 150                           | maximum: 200                             | body application/json /owner/age above maximum 150
            seat: {type: string, minLength: 1}     | seat: {type: string}                     | /owner with kind Firm: /owner/seat shorter than minLength 1
            discriminator: {propertyName: kind}    | description: any                         | body application/json /owner/kind not in enum
            required: true\\n        content       | required: false\\n        content        | body missing
            properties: {name: {type: string, minLength: 1}}} | properties: {name: {type: string}}} | body application/x-www-form-urlencoded /name shorter than minLength 1
            """)
    void aServerThatAcceptsTooMuchIsSeen(String original, String wider, String name) throws IOException {
        assertThat(findings(original, wider)).anySatisfy(verdict -> {
            assertThat(verdict.subject().id()).contains(name.replace(' ', '-'));
            assertThat(verdict.findings()).extracting(Finding::check).contains("invalid-input-refused");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            minimum: 1, maximum: 50}               | minimum: 2, maximum: 50}                 | query page at minimum 1
            minimum: 1, maximum: 50}               | minimum: 1, exclusiveMaximum: 50}        | query page at maximum 50
            enum: [fast, slow]                     | enum: [fast]                             | query mode value slow
            maxItems: 3}, example                  | maxItems: 2}, example                    | query tags at maxItems 3
            minLength: 4, maxLength: 8             | minLength: 5, maxLength: 8               | header X-Trace at minLength 4
            minLength: 4, maxLength: 8             | minLength: 4, maxLength: 7               | header X-Trace at maxLength 8
            exclusiveMinimum: 0}, example: 7       | exclusiveMinimum: 1}, example: 7         | cookie session just above exclusiveMinimum 0
            minLength: 2, maxLength: 5             | minLength: 3, maxLength: 5               | body application/json /name at minLength 2
            minimum: 0.5, exclusive                | exclusiveMinimum: 0.5, exclusive         | body application/json /price at minimum 0.5
            exclusiveMaximum: 100                  | maximum: 99                              | body application/json /price just below exclusiveMaximum 100
            maximum: 1000                          | maximum: 999                             | body application/json /count at maximum 1000
            enum: [new, old]                       | enum: [new]                              | body application/json /state value old
            minItems: 1, maxItems: 2               | minItems: 1, maxItems: 1                 | body application/json /kinds at maxItems 2
            minProperties: 1, maxProperties: 3     | minProperties: 1, maxProperties: 2       | body application/json /size at maxProperties 3
            type: [string, 'null']                 | type: ['null']                           | body application/json /note as string
            required: [name, price, owner]         | required: [name, price, owner, count]    | body application/json only what is required
            seat: {type: string, minLength: 1}     | seat: {type: integer}                    | body application/json /owner with kind Firm
            application/x-www-form-urlencoded:     | application/xml:                         | body application/x-www-form-urlencoded
            seat: {type: string, minLength: 1}     | seat: {type: string, enum: [x]}          | body application/json /owner with kind Firm
            labels: {type: object,                 | labels: {type: object, maxProperties: 1, | body application/json /labels with a further property
            """)
    void aServerThatRefusesTooMuchIsSeen(String original, String narrower, String name) throws IOException {
        assertThat(findings(original, narrower)).anySatisfy(verdict -> {
            assertThat(verdict.subject().id()).contains(name.replace(' ', '-'));
            assertThat(verdict.findings()).extracting(Finding::check).contains("valid-input-accepted");
        });
    }

    private List<Verdict> findings(String original, String changed) throws IOException {
        String text = Files.readString(CONTRACT);
        String from = original.replace("\\n", "\n");
        assertThat(text).contains(from);
        return report(text.replace(from, changed.replace("\\n", "\n"))).verdicts().stream()
                .filter(verdict -> !verdict.findings().isEmpty())
                .toList();
    }

    private Report report(String served) throws IOException {
        Path file = Files.writeString(folder.resolve("served.yaml"), served);
        try (TestServer server = TestServer.start(ContractServer.of(file))) {
            return Suites.run(ConformanceOptions.of(server.baseUrl())
                    .withContract(CONTRACT.toString())
                    .withPhases(EnumSet.of(Phase.COVERAGE)));
        }
    }
}
