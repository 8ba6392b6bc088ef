package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.suite.ConformanceSuite;
import plumbline.conformance.target.Target;

/** Whoever gave no credentials is told to give those that the contract asks for. */
class CredentialRemedyTests {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {basic: []}           | Target.withUser()
        {token: []}           | Target.withCredentials(scheme, token)
        {oauth: []}           | Target.withCredentials(scheme, token)
        {key: []}             | Target.withCredentials(scheme, key)
        {digest: []}          | Target.withHeader()
        {basic: [], key: []}  | Target.withUser() and Target.withCredentials(scheme, key)
        {token: []}, {oauth: []}, {basic: []} | Target.withCredentials(scheme, token) or Target.withUser()
        """)
    void namesWhatTheSchemesTake(String security, String remedy) throws Exception {
        Path contract = Files.writeString(folder.resolve("api.yaml"), """
            openapi: 3.1.0
            info: {title: Locks, version: '1'}
            security: [%s]
            components:
              securitySchemes:
                basic: {type: http, scheme: basic}
                token: {type: http, scheme: bearer}
                digest: {type: http, scheme: digest}
                oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example/', scopes: {}}}}
                key: {type: apiKey, in: header, name: X-Key}
            paths: {/locks: {get: {responses: {'200': {description: OK}}}}}
            """.formatted(security));
        Target elsewhere = Target.of(URI.create("https://locks.example"));

        assertThat(ConformanceSuite.prepare(ConformanceOptions.of(elsewhere).withContract(contract.toString()))
                        .wantedCredentials())
                .hasValueSatisfying(wanted -> assertThat(wanted).endsWith(": give them with " + remedy));
    }
}
