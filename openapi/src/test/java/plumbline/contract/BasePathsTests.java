package plumbline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasePathsTests {
    private static final String DOCUMENT = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        servers: [{url: https://a.example/one/}, {url: '/two'}]
        paths:
          /a: {get: {responses: {'200': {description: OK}}}}
          /b:
            servers: [{url: 'three'}]
            get: {responses: {'200': {description: OK}}}
            post: {servers: [{url: 'https://x.example'}], responses: {'200': {description: OK}}}
          /c:
            servers: [{url: 'https://{host}.example/{v}/', variables: {host: {default: h}, v: {default: v1, enum: [v1, v2]}}}]
            get: {responses: {'200': {description: OK}}}
        """;

    @ParameterizedTest
    @CsvSource({
        "GET, /one/a",
        "GET, /two/a",
        "GET, /three/b",
        "POST, /b",
        "GET, /v1/c",
        "GET, /v2/c",
    })
    void areThoseOfTheInnermostServers(String method, String path) {
        assertThat(Contracts.read(DOCUMENT).match(method, path)).isInstanceOf(Match.Found.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/one/b", "/two/b", "/b", "/c", "/one/c", "/v3/c"})
    void areNotThoseOfOtherServers(String path) {
        assertThat(Contracts.read(DOCUMENT).match("GET", path)).isNotInstanceOf(Match.Found.class);
    }

    @Test
    void areListedMostUsedFirst() {
        String document = """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers: [{url: /usual}]
            paths:
              /a: {servers: [{url: /rare}], get: {responses: {'200': {description: OK}}}}
              /b: {get: {responses: {'200': {description: OK}}}}
              /c: {get: {responses: {'200': {description: OK}}}}
            """;

        assertThat(Contracts.read(document).basePaths()).containsExactly("/usual", "/rare");
    }

    @ParameterizedTest
    @CsvSource({"'', /users/1", "/, /users/1", "/v9, /v9/users/1", "v9/, /v9/users/1", "/a/b, /a/b/users/1"})
    void canBeReplaced(String basePath, String path) {
        assertThat(Contract.builtIn(Optional.of(basePath)).match("GET", path)).isInstanceOf(Match.Found.class);
        assertThat(Contract.builtIn(Optional.of(basePath)).match("GET", "/api/users/1"))
                .isInstanceOf(Match.NoPath.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/one, GET, /one/a",
        "/one, GET, /three/b",
        "/two, POST, /b",
        "/proxy/two, GET, /proxy/two/a",
        "/proxy/two, GET, /proxy/three/b",
        "/proxy/two, GET, /proxy/v2/c",
        "/other, GET, /other/a",
        "/other, GET, /other/b",
    })
    void ofAnOperationsOwnServersStandBesideAGivenOneThatIsDocumented(String given, String method, String path) {
        Contract contract = Contracts.read(DOCUMENT, Optional.of(given));

        assertThat(contract.match(method, path)).isInstanceOf(Match.Found.class);
    }

    @ParameterizedTest
    @CsvSource({".,''", "./,''", "/,''", "'',''", "../api,/api", "./api,/api", "https://a.example,''", "//h/p,/p"})
    void areReadFromRelativeUrls(String url, String basePath) {
        assertThat(Contracts.ofOperations(url, "GET /a").basePaths()).containsExactly(basePath);
    }

    @ParameterizedTest
    @CsvSource({
        "https://{host}/v1, /v1, which is not declared",
        "'{scheme}://{host}:{port}/api/rest', /api/rest, which is not declared",
        "/{tenant}/api, /tenant/api, which is not declared",
        "<your-server>, '', cannot be read and is passed over"
    })
    void aServerUrlThatCannotBeUsedIsWarnedOfButDoesNotStopTheMock(String url, String basePath, String warning) {
        Contract contract = Contracts.ofOperations(url, "GET /a");

        assertThat(contract.basePaths()).containsExactly(basePath);
        assertThat(contract.warnings())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.toString())
                        .startsWith("api.yaml:3:")
                        .contains(url)
                        .contains(warning));
    }
}
