package plumbline.mock.life;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Headers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.validation.Schemas;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.kinds.Shapes;

/**
 * Makes the headers that say something of an item, where they are documented.
 *
 * @param schemas the schemas of the contract
 * @param shapes what they say
 */
record TrueHeaders(Schemas schemas, Shapes shapes) {
    /** A number, or one that looks like a usual digest. */
    private static final List<String> TAGS = List.of("%d", "%08x", "%016x", "%032x", "%040x", "%064x");

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** {@return what the headers of a response say of an item} */
    Headers of(Asked asked, ResponseSpec spec, StoredItem item) {
        Headers headers = Headers.none();
        for (Parameter header : spec.headers()) {
            @Nullable String value = value(asked, header, item).orElse(null);
            if (value != null) {
                headers = headers.and(header.name(), value);
            }
        }
        return headers;
    }

    private Optional<String> value(Asked asked, Parameter header, StoredItem item) {
        return switch (header.name().toLowerCase(Locale.ROOT)) {
            case "etag" -> tag(header, item);
            case "last-modified" -> valid(header, List.of(date(item)));
            case "location", "content-location" -> location(asked, header, item);
            default -> Optional.empty();
        };
    }

    /** {@return the tag of an item as a documented header says it} */
    Optional<String> tag(Parameter header, StoredItem item) {
        long number = item.version().number();
        List<String> texts = new ArrayList<>();
        for (String form : TAGS) {
            String text = "\"" + form.formatted(number) + "\"";
            texts.add(text);
            texts.add("W/" + text);
        }
        return valid(header, texts);
    }

    static String date(StoredItem item) {
        return HTTP_DATE.format(item.version().since());
    }

    private Optional<String> location(Asked asked, Parameter header, StoredItem item) {
        String path = asked.kind().path(asked.collection().scope(), item.key());
        String whole = asked.basePath() + path;
        return valid(header, List.of(whole, asked.request().origin() + whole, path));
    }

    /** {@return the first of these texts that a documented header may have} */
    Optional<String> valid(Parameter header, List<String> texts) {
        Optional<Schema> schema = header.valueSchema();
        return texts.stream()
                .filter(text -> schema.isEmpty()
                        || TextValues.candidates(text, shapes.of(schema.get())).stream()
                                .anyMatch(value -> schemas.isValid(schema.get(), Direction.RESPONSE, value)))
                .findFirst();
    }
}
