package plumbline.mock.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;

/** Whoever may read the journal is not meant to learn passwords and tokens from bodies. */
class JournalRedactionTests {
    private static final Responder ECHO = request -> EngineAnswer.now(Response.of(200)
            .withHeader("Content-Type", request.headers().first("Content-Type").orElse("text/plain"))
            .withHeader("Set-Cookie", "sid=c00kie-of-theirs")
            .withBody(Body.of(request.body().bytes())));

    /** The journal after this body was sent and answered with itself. */
    private static String journal(RunningEngine engine, String type, String body) {
        HttpRequest request = engine.request("/login")
                .header("Content-Type", type)
                .header("Authorization", "Bearer t0ken-of-theirs")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(engine.send(request).body()).isEqualTo(body);
        return engine.get("/__admin/requests").body();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                  | {"name": "Ada", "password": "k3y"}          | {"name": "Ada", "password": "***"}
            application/json                  | [{"a": {"pa\\u0073sword" : "k\\"3y", "b": 1}}] | [{"a": {"pa\\u0073sword" : "***", "b": 1}}]
            application/json                  | {"tokens": ["k3y", "k4y"], "pageToken": "2"} | {"tokens": ["***","***"], "pageToken": "2"}
            application/json                  | {"secret": 4711, "session": {"id": "7"}}    | {"secret": "***", "session": {"id": "7"}}
            application/json                  | {"password": null, "auth": true, "n": 1}    | {"password": null, "auth": true, "n": 1}
            application/json                  | {"password": "k3y                           | {"password": "***
            application/json                  | {"said": "I am t0ken-of-theirs"}            | {"said": "I am ***"}
            application/x-www-form-urlencoded | name=Ada&pass%77ord=k3y&n=1                 | name=Ada&pass%77ord=***&n=1
            application/xml                   | <u><a:password x="1">k3y</a:password><n>1</n></u> | <u><a:password x="1">***</a:password><n>1</n></u>
            application/xml                   | <u token="k3y" n='1'/>                      | <u token="***" n='1'/>
            text/plain                        | password "k3y" of nobody                    | password "k3y" of nobody
            """)
    void holdsNoCredentialsOfBodies(String type, String sent, String kept) {
        try (RunningEngine engine = RunningEngine.answering(ECHO)) {
            String journal = journal(engine, type, sent.strip());

            assertThat(journal).contains(base64(kept.strip().replace("\"***\",\"***\"", "\"***\", \"***\"")));
            assertThat(journal).doesNotContain("t0ken-of-theirs", "c00kie-of-theirs");
            if (!kept.equals(sent)) {
                assertThat(journal).doesNotContain(base64(sent.strip()));
            }
        }
    }

    @Test
    void holdsNoCredentialsOfFormsHoweverTheyAreTold() {
        try (RunningEngine engine = RunningEngine.answering(ECHO)) {
            String form = "name=Ada&password=k3y&said=t0ken-of-theirs";

            assertThat(journal(engine, "application/x-www-form-urlencoded", form))
                    .contains("formParams", "\"Ada\"")
                    .doesNotContain("k3y", "t0ken-of-theirs");
        }
    }

    @Test
    void holdsNoCredentialsOfParts() {
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String sent = part.formatted("name", "Ada") + part.formatted("password", "k3y") + "--x--\r\n";
        try (RunningEngine engine = RunningEngine.answering(ECHO)) {
            assertThat(journal(engine, "multipart/form-data; boundary=x", sent))
                    .contains(base64(sent.replace("k3y", "***")))
                    .doesNotContain(base64(sent), "k3y");
        }
    }
}
