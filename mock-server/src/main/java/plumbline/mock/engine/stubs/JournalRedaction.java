package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Encoding;
import com.github.tomakehurst.wiremock.common.url.PathParams;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.FormParameter;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.http.Request.Part;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.mock.engine.journal.CredentialPlaces;
import plumbline.secrets.SecretTexts;

/**
 * Makes records of requests that hold no credentials: whoever may read the journal is not meant to act for those who asked.
 *
 * @param credentials what is left out
 */
record JournalRedaction(CredentialPlaces credentials) {
    /** {@return the record without credentials, the same one if it holds none} */
    ServeEvent of(ServeEvent event) {
        LoggedRequest request = event.getRequest();
        LoggedResponse response = event.getResponse();
        BodyRedaction bodies = new BodyRedaction(credentials, SecretTexts.of(given(request)));
        byte[] body = bodies.of(request.getBody(), type(request.getHeaders()));
        LoggedRequest plain = body != request.getBody() || isTelling(request) ? without(request, body) : request;
        LoggedResponse harmless = response == null ? null : without(response, bodies);
        return plain == request && harmless == response
                ? event
                : new ServeEvent(
                        event.getId(),
                        plain,
                        event.getStubMapping(),
                        harmless == response ? event.getResponseDefinition() : definition(event, harmless),
                        harmless,
                        false,
                        event.getTiming(),
                        new ConcurrentLinkedQueue<>(event.getSubEvents()));
    }

    private boolean isTelling(LoggedRequest request) {
        return request.getHeaders().keys().stream().anyMatch(credentials::include)
                || !credentials.withoutCredentials(request.getUrl()).equals(request.getUrl());
    }

    /** What the request gives as credentials, which an answer or the body may repeat. */
    private Set<String> given(LoggedRequest request) {
        return credentials.values(Request.of(request.getMethod().value(), request.getUrl())
                .withHeaders(HeaderLines.lines(request.getHeaders())));
    }

    private static String type(@Nullable HttpHeaders headers) {
        HttpHeader type = headers == null ? HttpHeader.absent("Content-Type") : headers.getHeader("Content-Type");
        return type.isPresent() ? type.firstValue() : "";
    }

    private static @Nullable ResponseDefinition definition(ServeEvent event, @Nullable LoggedResponse harmless) {
        ResponseDefinition definition = event.getResponseDefinition();
        if (definition == null || harmless == null) {
            return definition;
        }
        ResponseDefinitionBuilder builder =
                ResponseDefinitionBuilder.like(definition).but();
        if (definition.getHeaders() != null && harmless.getHeaders() != null) {
            builder.withHeaders(harmless.getHeaders());
        }
        byte @Nullable [] body = harmless.getBody();
        return definition.specifiesBodyContent() && body != null
                ? builder.withBody(body).build()
                : builder.build();
    }

    // WireMock takes the time at which its record is made, and gives away the object that holds it.
    @SuppressWarnings("JavaUtilDate")
    private LoggedRequest without(LoggedRequest request, byte[] body) {
        LoggedRequest plain = LoggedRequest.createFrom(new RequestWrapper(request) {
            @Override
            public UUID getId() {
                return request.getId();
            }

            @Override
            public PathParams getPathParameters() {
                return request.getPathParameters();
            }

            @Override
            public String getUrl() {
                return credentials.withoutCredentials(request.getUrl());
            }

            @Override
            public String getAbsoluteUrl() {
                return credentials.withoutCredentials(request.getAbsoluteUrl());
            }

            @Override
            public HttpHeaders getHeaders() {
                return lines(request.getHeaders());
            }

            @Override
            public Map<String, Cookie> getCookies() {
                return Map.of();
            }

            @Override
            public byte[] getBody() {
                return body;
            }

            @Override
            public String getBodyAsString() {
                return new String(body, StandardCharsets.UTF_8);
            }

            @Override
            public String getBodyAsBase64() {
                return Encoding.encodeBase64(body);
            }

            @Override
            public Map<String, FormParameter> formParameters() {
                return request.formParameters().isEmpty()
                        ? Map.of()
                        : SubmittedForm.decode(getBodyAsString(), StandardCharsets.UTF_8);
            }

            @Override
            public Collection<Part> getParts() {
                return List.of();
            }
        });
        @Nullable Date time = request.getLoggedDate();
        if (time != null) {
            plain.getLoggedDate().setTime(time.getTime());
        }
        return plain;
    }

    private HttpHeaders lines(HttpHeaders headers) {
        return new HeaderLines(new Headers(HeaderLines.lines(headers).fields().stream()
                .map(line ->
                        credentials.include(line.name()) ? new Header(line.name(), CredentialPlaces.REDACTED) : line)
                .toList()));
    }

    private LoggedResponse without(LoggedResponse response, BodyRedaction bodies) {
        HttpHeaders headers = response.getHeaders();
        byte @Nullable [] body = response.getBody();
        byte @Nullable [] plain = body == null ? null : bodies.of(body, type(headers));
        boolean isTelling = headers != null && headers.keys().stream().anyMatch(credentials::include);
        if (plain == body && !isTelling) {
            return response;
        }
        return new LoggedResponse(
                response.getStatus(),
                headers == null ? null : lines(headers),
                plain == null ? null : Encoding.encodeBase64(plain),
                response.getFault(),
                null);
    }
}
