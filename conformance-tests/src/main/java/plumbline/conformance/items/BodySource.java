package plumbline.conformance.items;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.stories.BodyForm;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;

/**
 * Where bodies come from that a server may accept.
 *
 * @param contract the contract
 * @param schemas its schemas
 */
public record BodySource(Contract contract, Schemas schemas) {
    private static final int SEEDS = 4;
    private static final Pattern UNIQUE =
            Pattern.compile(".*(name|mail|code|slug|key|login|number|sku|isbn|id|title|label|handle|url)");
    private static final Pattern NAME = Pattern.compile(".*(name|mail|slug|login|handle|title)");

    /** {@return whether the contract allows a request} */
    boolean isValid(Request request) {
        return contract.match(request.method(), request.path()) instanceof Match.Found found
                && new RequestValidator(schemas).validate(found, request).isEmpty();
    }

    /**
     * {@return other bodies to try than the usual one, the likeliest first}
     *
     * @param planned what is usually sent
     * @param stored items as the server shows them
     */
    List<JsonNode> others(BodyForm form, JsonNode planned, List<JsonNode> stored) {
        Set<JsonNode> bodies = new LinkedHashSet<>();
        form.spec().examples().stream().map(Example::value).forEach(bodies::add);
        @Nullable Schema schema = form.schema().orElse(null);
        if (schema != null) {
            stored.forEach(item -> bodies.add(writable(schema, item)));
            bodies.add(PlainBodies.plain(planned));
            Sampler sampler = new Sampler(schemas);
            List<JsonNode> spare = sampled(schema, sampler.sparing(0), 1);
            spare.forEach(body -> bodies.add(PlainBodies.plain(body)));
            bodies.addAll(spare);
            List<JsonNode> others = sampled(schema, sampler, SEEDS);
            bodies.addAll(others);
            others.forEach(body -> bodies.add(PlainBodies.plain(body)));
            bodies.removeIf(body -> !schemas.isValid(schema, Direction.REQUEST, body));
        }
        return bodies.stream()
                .filter(body -> !body.equals(planned) && !(body.isContainer() && body.isEmpty()))
                .toList();
    }

    private static List<JsonNode> sampled(Schema schema, Sampler sampler, int seeds) {
        List<JsonNode> samples = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            try {
                samples.add(sampler.sample(schema, Direction.REQUEST, seed));
            } catch (UnsatisfiableException e) {
                return samples;
            }
        }
        return samples;
    }

    /** What a server shows, without what only it sets, and what it does not take. */
    private static JsonNode writable(Schema schema, JsonNode item) {
        SchemaShape shape = SchemaShape.of(schema);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        item.forEachEntry((name, value) -> {
            boolean isTaken = shape.property(name)
                    .filter(property -> !property.node().flag("readOnly")
                            && !property.node().resolved().flag("readOnly"))
                    .isPresent();
            if (isTaken) {
                body.set(name, value);
            }
        });
        return body;
    }

    /** {@return the places in a body that a conflict is blamed on; else those that look as if they must be unique} */
    static List<String> blamed(JsonNode body, String message) {
        List<String> named = new ArrayList<>();
        body.forEachEntry((name, value) -> {
            if (value.isValueNode()
                    && Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                            .matcher(message)
                            .find()) {
                named.add(Pointers.child("", name));
            }
        });
        return named.isEmpty() ? texts(body, UNIQUE) : named;
    }

    /** {@return the places in a body that look like names, of which a server may take each only once} */
    static List<String> names(JsonNode body) {
        return texts(body, NAME);
    }

    private static List<String> texts(JsonNode body, Pattern names) {
        List<String> places = new ArrayList<>();
        body.forEachEntry((name, value) -> {
            if (value.isString() && names.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                places.add(Pointers.child("", name));
            }
        });
        return places;
    }

    /** {@return how the body of a request is written, and what it is} */
    static Optional<JsonNode> value(Optional<BodyForm> form, Request request) {
        return form.flatMap(known -> known.read(request.body()));
    }
}
