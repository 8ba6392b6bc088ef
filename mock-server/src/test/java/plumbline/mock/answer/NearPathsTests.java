package plumbline.mock.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

class NearPathsTests {
    private final Answers answers = Answers.ofText("""
        openapi: 3.0.3
        info: {title: Cakes, version: '1'}
        paths:
          /cakes/{cake}/parts/{part}/:
            parameters:
              - {name: cake, in: path, required: true, schema: {type: string}}
              - {name: part, in: path, required: true, schema: {type: string}}
            get: {responses: {'200': {description: c}}}
          /pies?kind=sweet: {get: {responses: {'200': {description: c}}}}
        """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/cakes/a/parts/b  | /cakes/a/parts/b/ is; they differ in the slash at the end.",
                "/pies/?kind=sweet | /pies is; they differ in the slash at the end.",
                "/pies?kind=sour   | the path is, with another query.",
                "/cakes//parts/b/  | the parameter 'cake' of /cakes/{cake}/parts/{part}/ is empty.",
                "/cakes/a/parts//  | the parameter 'part' of /cakes/{cake}/parts/{part}/ is empty.",
                "/tarts            | its paths start with /.",
            })
    void areToldWithTheRefusal(String target, String hint) {
        Response response = answers.to(Request.of("GET", target));

        assertThat(response.status()).isEqualTo(404);
        assertThat(Answers.json(response).path("detail").asString()).endsWith("; " + hint);
    }

    @Test
    void areNotAnsweredThemselves() {
        assertThat(answers.to(Request.of("GET", "/cakes/a/parts/b/")).status()).isEqualTo(200);
        assertThat(answers.to(Request.of("GET", "/pies?kind=sweet&x=1")).status())
                .isEqualTo(200);
    }

    @Test
    void letAPageReadWhyAMethodIsRefused() {
        Response preflight = answers.to(Request.of("OPTIONS", "/cakes/a/parts/b/")
                .withHeader("Origin", "http://localhost:3000")
                .withHeader("Access-Control-Request-Method", "DELETE"));

        assertThat(preflight.headers().first("Access-Control-Allow-Methods"))
                .contains("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    }
}
