package plumbline.mock.engine.http;

import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Has WireMock's administration say what it cannot take without the names of its classes.
 *
 * @param responder sends it
 */
record PlainRefusals(HttpResponder responder) implements HttpResponder {
    private static final Pattern CLASS = Pattern.compile("(?:\\bclass )?\\b(?:[a-z]\\w*\\.){2,}([A-Z][\\w$]*)");

    @Override
    public void respond(Request request, Response answer, Map<String, Object> attributes) {
        boolean isRefusal = answer.getStatus() >= 400 && answer.getStatus() < 500;
        responder.respond(request, isRefusal ? plain(answer) : answer, attributes);
    }

    private static Response plain(Response answer) {
        return Response.Builder.like(answer)
                .but()
                .body(CLASS.matcher(answer.getBodyAsString()).replaceAll("$1"))
                .build();
    }
}
