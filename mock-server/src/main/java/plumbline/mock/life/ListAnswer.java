package plumbline.mock.life;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Headers;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.kinds.ItemView;

/**
 * An answer that shows several items.
 *
 * @param workshop what it works with
 * @param asked what is asked for
 * @param spec the documented response
 * @param view how it shows items
 */
record ListAnswer(Workshop workshop, Asked asked, ResponseSpec spec, ItemView view) {
    Optional<Outcome> of(List<StoredItem> items) {
        Optional<JsonNode> body = workshop.bodies()
                .many(asked.kind(), view, items)
                .flatMap(value -> workshop.bodies().envelope(view, value))
                .filter(whole -> workshop.bodies().isValid(view, whole));
        return body.map(whole -> new Outcome.Shown(spec, Asked.status(spec), whole, headers(items)));
    }

    private Headers headers(List<StoredItem> items) {
        Headers headers = Headers.none();
        for (Parameter header : spec.headers()) {
            boolean isTotal = header.name().toLowerCase(Locale.ROOT).contains("total");
            @Nullable
            String value = isTotal
                    ? workshop.headers()
                            .valid(header, List.of(Integer.toString(items.size())))
                            .orElse(null)
                    : null;
            if (value != null) {
                headers = headers.and(header.name(), value);
            }
        }
        return headers;
    }
}
