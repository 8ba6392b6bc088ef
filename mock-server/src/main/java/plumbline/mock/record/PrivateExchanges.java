package plumbline.mock.record;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import plumbline.contract.http.Body;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.engine.journal.ExchangeLog;
import plumbline.mock.engine.journal.LoggedExchange;

/** What has been asked and answered, as it would be recorded: without what is nobody's business. Thread-safe. */
final class PrivateExchanges implements ExchangeLog {
    private final ExchangeLog log;
    private final PrivateTexts texts;
    private final PrivateData data;

    /**
     * Makes a view.
     *
     * @param log what has been asked and answered
     * @param texts what is replaced by what; is used by one thread at a time, which holds its monitor
     * @param data replaces it in JSON
     */
    PrivateExchanges(ExchangeLog log, PrivateTexts texts, PrivateData data) {
        this.log = log;
        this.texts = texts;
        this.data = data;
    }

    @Override
    public long last() {
        return log.last();
    }

    @Override
    public List<LoggedExchange> after(long number, int most) {
        List<LoggedExchange> exchanges = log.after(number, most);
        synchronized (texts) {
            return exchanges.stream().map(this::without).toList();
        }
    }

    private LoggedExchange without(LoggedExchange exchange) {
        Request request = exchange.request();
        Response response = exchange.response();
        // The answer says by its names what the request may mention.
        Response told = response == null
                ? null
                : new Response(
                        response.status(),
                        without(response.headers()),
                        without(response.body(), PrivateData.name(request.path())));
        Request asked = new Request(
                request.method(),
                texts.path(request.path()),
                texts.query(request.query()),
                without(request.headers()),
                without(request.body(), PrivateData.name(request.path())));
        return new LoggedExchange(exchange.number(), exchange.time(), asked, told, exchange.millis(), exchange.stub());
    }

    private Headers without(Headers headers) {
        return new Headers(headers.fields().stream()
                .map(header -> new Header(header.name(), texts.without(header.value())))
                .toList());
    }

    private Body without(Body body, String name) {
        if (body.isEmpty()) {
            return body;
        }
        Optional<JsonNode> json = Json.readIfValid(body.bytes());
        if (json.isPresent()) {
            JsonNode kept = data.without(json.get(), name, new HashMap<>());
            return kept.equals(json.get()) ? body : Body.of(Json.write(kept));
        }
        try {
            return Body.of(texts.without(Json.decode(body.bytes())).getBytes(StandardCharsets.UTF_8));
        } catch (JsonException binary) {
            return body;
        }
    }
}
