package plumbline.mock.life;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.Transaction;
import plumbline.mock.state.kinds.LivingKind;

/**
 * Puts another state in the place of an item's, or changes a part of it.
 *
 * @param workshop what it works with
 * @param creator stores what is not there yet
 */
record ItemChanger(Workshop workshop, ItemCreator creator) {
    /** {@return what comes of a replacement} */
    Optional<Outcome> replace(Asked asked, SentBody sent) {
        return sent.value().isObject()
                ? workshop.store().write(transaction -> replace(asked, sent, transaction))
                : Optional.empty();
    }

    private Optional<Outcome> replace(Asked asked, SentBody sent, Transaction transaction) {
        if (!workshop.mayWrite(asked, transaction)) {
            return workshop.missing(asked, transaction);
        }
        Optional<StoredItem> before = workshop.find(asked, transaction);
        Optional<Outcome> refusal = Conditions.refusal(asked, workshop, before);
        if (refusal.isPresent()) {
            return refusal;
        }
        ObjectNode known = creator.said(asked.kind(), sent);
        if (before.isEmpty()) {
            return asked.member().mayCreate()
                    ? creator.store(asked, asked.key(), known, transaction)
                    : workshop.missing(asked, transaction);
        }
        keep(asked.kind(), before.get().value(), known, sent.schema());
        return workshop.items()
                .made(asked.kind(), known, workshop.making(asked, before.get().key()))
                .map(made -> touched(asked, before.get(), made))
                .flatMap(made -> put(asked.on(before.get()), made, transaction));
    }

    /** What a client cannot send stays as it is. */
    private void keep(LivingKind kind, JsonNode before, ObjectNode known, @Nullable Schema sent) {
        Set<String> declared = workshop.shapes().declared(kind);
        before.forEachEntry((name, value) -> {
            boolean canBeSent = sent == null
                    || !workshop.shapes().of(sent).alternatives(name).isEmpty();
            boolean isServers = workshop.shapes().isReadOnly(kind.schema(), name);
            if (!known.has(name) && declared.contains(name) && (isServers || !canBeSent)) {
                known.set(name, value);
            }
        });
    }

    /** {@return what comes of a change of a part} */
    Optional<Outcome> change(Asked asked, SentBody sent) {
        return workshop.store().write(transaction -> change(asked, sent, transaction));
    }

    private Optional<Outcome> change(Asked asked, SentBody sent, Transaction transaction) {
        Optional<StoredItem> before = workshop.find(asked, transaction);
        if (before.isEmpty()) {
            return workshop.missing(asked, transaction);
        }
        Optional<Outcome> refusal = Conditions.refusal(asked, workshop, before);
        if (refusal.isPresent()) {
            return refusal;
        }
        Patching.Result result =
                Patching.of(asked.kind(), sent, workshop).apply(before.get().value());
        @Nullable ObjectNode patched = result.item();
        if (patched == null) {
            return Refusing.unfit(asked, result.fault());
        }
        ObjectNode named = workshop.items()
                .named(
                        asked.kind(),
                        patched,
                        workshop.making(asked, before.get().key()));
        return workshop.items().isShowable(asked.kind(), named)
                ? put(asked.on(before.get()), touched(asked, before.get(), named), transaction)
                : Refusing.unfit(asked, "Something that the item must have would be missing or of another kind.");
    }

    private ObjectNode touched(Asked asked, StoredItem before, ObjectNode made) {
        return made.equals(before.value()) ? made : workshop.items().touched(asked.kind(), made, workshop.now());
    }

    private Optional<Outcome> put(Asked asked, ObjectNode item, Transaction transaction) {
        Optional<ResponseSpec> spec = asked.success("200");
        return spec.flatMap(found -> shown(
                asked, found, item, () -> workshop.parts().put(transaction, asked.collection(), asked.key(), item)));
    }

    /** {@return the item as it is, as what a client has said of it is nothing; nothing if there is none} */
    Optional<Outcome> leave(Asked asked) {
        return workshop.store()
                .read(transaction -> workshop.find(asked, transaction)
                        .flatMap(item ->
                                asked.success("200").flatMap(spec -> shown(asked, spec, item.value(), () -> item))));
    }

    private Optional<Outcome> shown(Asked asked, ResponseSpec spec, JsonNode value, Supplier<StoredItem> stored) {
        return workshop.bodies()
                .one(asked, spec, value)
                .map(body -> new Outcome.Shown(
                        spec,
                        Asked.status(spec),
                        body.shown(),
                        workshop.headers().of(asked, spec, stored.get())));
    }

    /** {@return what comes of a removal} */
    Optional<Outcome> remove(Asked asked) {
        return workshop.store().write(transaction -> remove(asked, transaction));
    }

    private Optional<Outcome> remove(Asked asked, Transaction transaction) {
        Optional<StoredItem> before = workshop.find(asked, transaction);
        if (before.isEmpty()) {
            return workshop.missing(asked, transaction);
        }
        Optional<Outcome> refusal = Conditions.refusal(asked, workshop, before);
        if (refusal.isPresent()) {
            return refusal;
        }
        JsonNode value = before.get().value();
        return asked.success("204")
                .flatMap(spec -> workshop.bodies().one(asked, spec, value).map(body -> {
                    workshop.parts()
                            .remove(
                                    transaction,
                                    asked.collection(),
                                    before.get().key());
                    return new Outcome.Shown(
                            spec, Asked.status(spec), body.shown(), plumbline.contract.http.Headers.none());
                }));
    }
}
