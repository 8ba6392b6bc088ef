package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.url.PathParams;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.mock.engine.CredentialPlaces;

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
        LoggedRequest plain = isTelling(request) ? without(request) : request;
        LoggedResponse harmless = response == null ? null : without(response);
        return plain == request && harmless == response
                ? event
                : new ServeEvent(
                        event.getId(),
                        plain,
                        event.getStubMapping(),
                        event.getResponseDefinition(),
                        harmless,
                        false,
                        event.getTiming(),
                        new ConcurrentLinkedQueue<>(event.getSubEvents()));
    }

    private boolean isTelling(LoggedRequest request) {
        return request.getHeaders().keys().stream().anyMatch(credentials::include)
                || !credentials.withoutCredentials(request.getUrl()).equals(request.getUrl());
    }

    // WireMock takes the time at which its record is made, and gives away the object that holds it.
    @SuppressWarnings("JavaUtilDate")
    private LoggedRequest without(LoggedRequest request) {
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
        });
        @Nullable Date time = request.getLoggedDate();
        if (time != null) {
            plain.getLoggedDate().setTime(time.getTime());
        }
        return plain;
    }

    private HeaderLines lines(HttpHeaders headers) {
        return new HeaderLines(new Headers(headers.all().stream()
                .flatMap(header -> header.values().stream()
                        .map(value -> new Header(
                                header.key(), credentials.include(header.key()) ? CredentialPlaces.REDACTED : value)))
                .toList()));
    }

    private @Nullable LoggedResponse without(LoggedResponse response) {
        HttpHeaders headers = response.getHeaders();
        if (headers == null || headers.keys().stream().noneMatch(credentials::include)) {
            return response;
        }
        Collection<HttpHeader> kept = headers.all().stream()
                .map(header -> credentials.include(header.key())
                        ? new HttpHeader(header.key(), CredentialPlaces.REDACTED)
                        : header)
                .toList();
        return new LoggedResponse(
                response.getStatus(), new HttpHeaders(kept), response.getBodyAsBase64(), response.getFault(), null);
    }
}
