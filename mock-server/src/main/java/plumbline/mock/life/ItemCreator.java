package plumbline.mock.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.resources.Key;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.TakenKeys;
import plumbline.mock.state.Transaction;
import plumbline.mock.state.kinds.LivingKind;
import plumbline.mock.state.kinds.Shapes;

/**
 * Stores what a client sends as a new item.
 *
 * @param workshop what it works with
 */
record ItemCreator(Workshop workshop) {
    /** {@return what comes of a request to a collection} */
    Optional<Outcome> create(Asked asked, Optional<SentBody> sent) {
        Optional<ObjectNode> value = sent.isEmpty() && asked.request().body().isEmpty()
                ? Optional.of(JsonNodeFactory.instance.objectNode())
                : sent.filter(body -> body.value().isObject()).map(body -> said(asked.kind(), body));
        return value.flatMap(known -> workshop.store().write(transaction -> create(asked, known, transaction)));
    }

    private Optional<Outcome> create(Asked asked, ObjectNode known, Transaction transaction) {
        if (!workshop.mayWrite(asked, transaction)) {
            return workshop.missing(asked, transaction);
        }
        List<@Nullable String> named = named(asked, known);
        boolean isNamed = !named.contains(null);
        List<String> key = isNamed
                ? named.stream()
                        .flatMap(part -> Optional.ofNullable(part).stream())
                        .toList()
                : free(asked, named, transaction);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        if (transaction.find(asked.collection(), key).isPresent()) {
            Optional<Outcome> taken = Refusing.taken(asked, key);
            if (taken.isPresent()) {
                return taken;
            }
        }
        return store(asked, key, known, transaction);
    }

    /** {@return what comes of storing an item under a name} */
    Optional<Outcome> store(Asked asked, List<String> key, ObjectNode known, Transaction transaction) {
        Optional<ResponseSpec> spec = asked.success("201");
        Optional<ObjectNode> item = spec.isEmpty()
                ? Optional.empty()
                : workshop.items().made(asked.kind(), known, workshop.making(asked, key));
        return item.flatMap(made -> workshop.bodies()
                .one(asked, spec.orElseThrow(), made)
                .map(body -> {
                    StoredItem put = workshop.parts().put(transaction, asked.collection(), key, made);
                    StoredItem stored =
                            asked.list().isEmpty() ? put : transaction.within(asked.collection(), put, asked.list());
                    return new Outcome.Shown(
                            spec.get(),
                            spec.get().isExact() ? Integer.parseInt(spec.get().key()) : 201,
                            body.shown(),
                            workshop.headers().of(asked, spec.get(), stored));
                }));
    }

    private List<String> free(Asked asked, List<@Nullable String> named, Transaction transaction) {
        TakenKeys taken = transaction.taken(asked.collection());
        return workshop.keys().free(asked.kind(), named, taken, taken.count()).orElse(List.of());
    }

    /** The parts of the name that the client has chosen; null for the others. */
    private List<@Nullable String> named(Asked asked, ObjectNode known) {
        List<@Nullable String> parts = new ArrayList<>();
        asked.kind()
                .keyNames()
                .forEach(name -> parts.add(part(asked, name, known).orElse(null)));
        return parts;
    }

    /** What a client calls an item where answers say its name, or else where requests do. */
    private Optional<String> part(Asked asked, String name, ObjectNode known) {
        Stream<Key> shown = Stream.ofNullable(asked.kind().key(name));
        Stream<Key> sent =
                asked.member().sent().stream().filter(key -> key.parameter().equals(name));
        return Stream.concat(shown, sent)
                .filter(key -> key.source() == Key.Source.PROPERTY)
                .map(key -> known.at(key.pointer()))
                .filter(part -> part.isValueNode() && !part.isNull())
                .map(part -> part.asString(""))
                .filter(text -> workshop.keys().isAllowed(asked.kind(), name, text))
                .findFirst();
    }

    /**
     * {@return what a client says of a whole item, with what stands for what it does not say, and without what only servers set}
     *
     * @param sent an object
     */
    ObjectNode said(LivingKind kind, SentBody sent) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        sent.value().forEachEntry((name, value) -> {
            if (!workshop.shapes().isReadOnly(kind.schema(), name)) {
                known.set(name, value);
            }
        });
        if (sent.schema() != null) {
            addStandards(kind, sent.schema(), known);
        }
        return known;
    }

    /** What only the schema of requests says a property is without them; what that of answers says is added there. */
    private void addStandards(LivingKind kind, Schema sent, ObjectNode known) {
        Shapes shapes = workshop.shapes();
        for (String name : shapes.of(sent).propertyNames()) {
            boolean isLeft = known.has(name)
                    || shapes.isReadOnly(kind.schema(), name)
                    || shapes.of(kind.schema())
                            .property(name)
                            .flatMap(shapes::standard)
                            .isPresent();
            if (!isLeft) {
                shapes.of(sent)
                        .property(name)
                        .flatMap(shapes::standard)
                        .ifPresent(standard -> known.set(name, standard));
            }
        }
    }
}
