package plumbline.conformance.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.secrets.SecretTexts;
import plumbline.text.UnusableInputException;

/** Asks for access tokens (RFC 6749, sections 4.3, 4.4 and 6). */
final class OauthClient implements TokenSource {
    private final Auth.Grant grant;
    private final URI tokenUrl;
    private final Sender sender;
    private final Clock clock;
    private final SecretTexts secrets;
    private @Nullable String refreshToken;

    /**
     * Takes where to ask.
     *
     * @param connection the target, to which the token's server is connected to in the same way
     * @param senders who sends to a server
     */
    OauthClient(Auth.Grant grant, URI tokenUrl, Target connection, Function<Target, Sender> senders, Clock clock) {
        this.grant = grant;
        this.tokenUrl = tokenUrl;
        URI origin = URI.create(tokenUrl.getScheme() + "://" + tokenUrl.getRawAuthority());
        this.sender = senders.apply(
                Target.of(origin).withTimeout(connection.timeout()).withConnection(connection.connection()));
        this.clock = clock;
        this.secrets = SecretTexts.of(grant.secrets());
    }

    @Override
    public synchronized Token fetch() {
        String refreshing = refreshToken;
        Optional<Response> renewed = Optional.empty();
        if (refreshing != null) {
            refreshToken = null;
            renewed = answer(Map.of("grant_type", "refresh_token", "refresh_token", refreshing))
                    .filter(response -> response.status() == 200);
        }
        return token(renewed.orElseGet(this::granted));
    }

    private Response granted() {
        Map<String, String> form = new LinkedHashMap<>(grant.parameters());
        form.put("grant_type", grant.kind().type());
        return answer(form).orElseThrow(() -> failure("no answer came"));
    }

    /** Servers must know clients by HTTP Basic, and some know them only by the form. */
    private Optional<Response> answer(Map<String, String> form) {
        Optional<Response> first = send(form, true);
        boolean isRefused = first.filter(response -> response.status() == 400 || response.status() == 401)
                .isPresent();
        return isRefused && !grant.client().id().isEmpty() ? send(form, false) : first;
    }

    private Optional<Response> send(Map<String, String> form, boolean isBasic) {
        Auth.Client client = grant.client();
        Map<String, String> all = new LinkedHashMap<>(form);
        boolean isShownInHeader = isBasic && !client.secret().isEmpty();
        if (!client.id().isEmpty() && !isShownInHeader) {
            all.put("client_id", client.id());
            all.put("client_secret", client.secret());
            all.values().removeIf(String::isEmpty);
        }
        String query = tokenUrl.getRawQuery() == null ? "" : "?" + tokenUrl.getRawQuery();
        String text = all.entrySet().stream()
                .map(member -> encoded(member.getKey()) + "=" + encoded(member.getValue()))
                .collect(Collectors.joining("&"));
        Request request = Request.of("POST", tokenUrl.getRawPath() + query)
                .withHeader("Content-Type", "application/x-www-form-urlencoded")
                .withHeader("Accept", "application/json")
                .withBody(Body.of(text.getBytes(StandardCharsets.UTF_8)));
        Answer answer = sender.send(isShownInHeader ? request.withHeader("Authorization", basic(client)) : request);
        if (answer instanceof Answer.Broken broken) {
            throw failure(broken.message());
        }
        return Optional.of(((Answer.Received) answer).response());
    }

    private static String basic(Auth.Client client) {
        String pair = encoded(client.id()) + ":" + encoded(client.secret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Token token(Response response) {
        Optional<JsonNode> body = Json.readIfValid(response.body().bytes());
        String value =
                body.map(found -> found.path("access_token").asString("")).orElse("");
        if (response.status() != 200 || value.isEmpty()) {
            String error = body.map(found -> found.path("error").asString("")).orElse("");
            throw failure("it answered with " + response.status() + (error.isEmpty() ? "" : ", " + error));
        }
        String next = body.orElseThrow().path("refresh_token").asString("");
        refreshToken = next.isEmpty() ? null : next;
        long seconds = body.orElseThrow().path("expires_in").asLong(0);
        return seconds > 0 ? Token.expiring(value, clock.instant(), Duration.ofSeconds(seconds)) : Token.lasting(value);
    }

    private UnusableInputException failure(String reason) {
        return new UnusableInputException(
                "no token can be had from " + tokenUrl.getScheme() + "://" + tokenUrl.getRawAuthority()
                        + tokenUrl.getRawPath() + " for the grant " + grant + ": " + secrets.redact(reason));
    }
}
