package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plumbline.mock.MockServerExtension;
import plumbline.mock.MockServerOptions;

class MockTests {
    @RegisterExtension
    static final MockServerExtension MOCK = MockServerExtension.with(
            MockServerOptions.defaults().withPort(0).withContract("src/main/resources/api.yaml"));

    @Test
    void answersAsDocumented() throws Exception {
        var response = get("/books/9780156949606");

        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("\"isbn\""), response.body());
    }

    @Test
    void refusesWhatIsNotDocumented() throws Exception {
        assertEquals(400, get("/books/not-an-isbn").statusCode());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(MOCK.baseUrl() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
