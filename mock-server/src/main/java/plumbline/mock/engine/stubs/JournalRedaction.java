package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestWrapper;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
                        new java.util.concurrent.ConcurrentLinkedQueue<>(event.getSubEvents()));
    }

    private boolean isTelling(LoggedRequest request) {
        return request.getHeaders().keys().stream().anyMatch(credentials::include)
                || !credentials.withoutCredentials(request.getUrl()).equals(request.getUrl());
    }

    private LoggedRequest without(LoggedRequest request) {
        RequestWrapper.Builder wrapper = RequestWrapper.create().transformAbsoluteUrl(credentials::withoutCredentials);
        request.getHeaders().keys().stream()
                .filter(credentials::include)
                .forEach(name -> wrapper.transformHeader(name, values -> List.of(CredentialPlaces.REDACTED)));
        request.getCookies()
                .keySet()
                .forEach(name -> wrapper.transformCookie(name, cookie -> new Cookie(CredentialPlaces.REDACTED)));
        return LoggedRequest.createFrom(wrapper.wrap(request));
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
