package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Body;
import plumbline.contract.http.Response;
import plumbline.text.RegularFiles;
import plumbline.text.UnusableInputException;

/**
 * Tells what stubs answer, as far as that is known before they do.
 *
 * @param directory the directory of the user's stubs; null if there is none
 */
record StubAnswers(@Nullable Path directory) {
    /**
     * What a stub answers.
     *
     * @param method the method
     * @param path the path or a template of paths
     * @param response the response
     */
    record StubAnswer(String method, String path, Response response) {}

    /** {@return what a stub answers; nothing if that is made when it does, or for paths that a pattern tells} */
    Optional<StubAnswer> of(StubMapping stub) {
        RequestPattern request = stub.getRequest();
        ResponseDefinition response = stub.getResponse();
        @Nullable List<String> transformers = response.getTransformers();
        boolean isMade = response.isProxyResponse()
                || response.getFault() != null
                || transformers != null && !transformers.isEmpty();
        Optional<String> path = Stream.of(request.getUrl(), request.getUrlPath(), request.getUrlPathTemplate())
                .filter(Objects::nonNull)
                .map(url -> url.split("\\?", 2)[0])
                .findFirst();
        return isMade
                ? Optional.empty()
                : path.flatMap(known -> body(response)
                        .map(body -> new StubAnswer(
                                request.getMethod().value(),
                                known,
                                new Response(response.getStatus(), HeaderLines.lines(response.getHeaders()), body))));
    }

    /** {@return what a stub answers to, in words} */
    static String request(StubMapping stub) {
        RequestPattern request = stub.getRequest();
        String url = Stream.of(
                        request.getUrl(),
                        request.getUrlPath(),
                        request.getUrlPathTemplate(),
                        request.getUrlPattern(),
                        request.getUrlPathPattern())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("any path");
        return request.getMethod().value() + " " + url;
    }

    private Optional<Body> body(ResponseDefinition response) {
        if (!response.specifiesBodyFile()) {
            byte @Nullable [] body = response.getByteBody();
            return Optional.of(body == null ? Body.empty() : Body.of(body));
        }
        try {
            return directory == null
                    ? Optional.empty()
                    : Optional.of(Body.of(
                            RegularFiles.read(directory.resolve("__files").resolve(response.getBodyFileName()))));
        } catch (IOException | UnusableInputException unreadable) {
            return Optional.empty();
        }
    }
}
