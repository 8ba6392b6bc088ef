package plumbline.mock.page;

import java.nio.charset.StandardCharsets;
import plumbline.contract.http.Body;
import plumbline.contract.http.Headers;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.node.ArrayNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.control.Call;
import plumbline.mock.control.Desk;
import plumbline.mock.engine.journal.ExchangeLog;
import plumbline.mock.engine.journal.LoggedExchange;

/**
 * Tells what has been asked and answered lately: all, or with {@code ?after=7} what came after the seventh.
 *
 * @param log where that is kept
 */
public record RequestsDesk(ExchangeLog log) implements Desk {
    private static final int MOST = 500;
    private static final int LONGEST_BODY = 64 * 1024;

    @Override
    public Response answer(Call call) {
        if (!call.is("GET", 0)) {
            return call.unknown("/requests or /requests?after=NUMBER");
        }
        String tag = "\"" + log.last() + "\"";
        if (call.request().headers().first("If-None-Match").filter(tag::equals).isPresent()) {
            return Response.of(304).withHeader("ETag", tag);
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        log.after(after(call.request().query()), MOST).forEach(exchange -> list.add(json(exchange)));
        return Call.shown(list).withHeader("ETag", tag);
    }

    /** {@return the number of the last one that is known; 0 if that was of another mock, which ran here before} */
    private long after(String query) {
        long known = query.matches("after=[0-9]{1,18}") ? Long.parseLong(query.substring("after=".length())) : 0;
        return known > log.last() ? 0 : known;
    }

    private static ObjectNode json(LoggedExchange exchange) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("number", exchange.number());
        json.put("time", exchange.time().toString());
        json.put("millis", exchange.millis());
        json.put("method", exchange.request().method());
        json.put("target", exchange.request().target());
        json.set("headers", headers(exchange.request().headers()));
        putBody(json, exchange.request().headers(), exchange.request().body());
        if (exchange.stub() != null) {
            json.put("stub", exchange.stub());
        }
        Response response = exchange.response();
        if (response != null) {
            ObjectNode answer = json.putObject("response");
            answer.put("status", response.status());
            answer.set("headers", headers(response.headers()));
            putBody(answer, response.headers(), response.body());
        }
        return json;
    }

    private static ArrayNode headers(Headers headers) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        headers.forEach(line -> lines.addArray().add(line.name()).add(line.value()));
        return lines;
    }

    /** Text as it is, octets by their number. */
    private static void putBody(ObjectNode json, Headers headers, Body body) {
        byte[] octets = body.bytes();
        if (octets.length > LONGEST_BODY) {
            json.put("octets", octets.length);
            return;
        }
        try {
            json.put("body", Json.decode(octets));
        } catch (JsonException binary) {
            String text = new String(octets, StandardCharsets.ISO_8859_1);
            boolean isText = headers.first("Content-Type")
                    .flatMap(MediaType::parse)
                    .filter(type -> "text".equals(type.type()))
                    .isPresent();
            if (isText) {
                json.put("body", text);
            } else {
                json.put("octets", octets.length);
            }
        }
    }
}
