package plumbline.mock.life;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.life.bodies.ShownBody;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.Transaction;
import plumbline.mock.state.kinds.BodyPages;
import plumbline.mock.state.listing.PageRequest;
import plumbline.mock.state.listing.Wish;

/**
 * Shows one item.
 *
 * @param workshop what it works with
 */
record ItemReader(Workshop workshop) {
    Optional<Outcome> read(Asked asked) {
        return workshop.store().read(transaction -> read(asked, transaction));
    }

    private Optional<Outcome> read(Asked asked, Transaction transaction) {
        Optional<StoredItem> item = workshop.find(asked, transaction);
        return item.isEmpty()
                ? workshop.missing(asked, transaction)
                : asked.success("200").flatMap(spec -> shown(asked, spec, item.get()));
    }

    private Optional<Outcome> shown(Asked asked, ResponseSpec spec, StoredItem item) {
        return workshop.bodies()
                .one(asked, spec, item.value())
                .map(body -> new Outcome.Shown(
                        spec,
                        Asked.status(spec),
                        page(asked, spec, body.shown()),
                        workshop.headers().of(asked, spec, item)))
                .map(shown -> Conditions.fulfilled(asked, shown));
    }

    /** What an item has many of can be asked for in pages, as lists can. */
    private @Nullable ShownBody page(Asked asked, ResponseSpec spec, @Nullable ShownBody body) {
        if (body == null || asked.request().query().isEmpty()) {
            return body;
        }
        ListWishes parameters = new ListWishes(asked.operation(), workshop.schemas(), workshop.shapes());
        List<Wish> wishes = parameters.of(asked.request()).stream()
                .filter(parameters::isOfPage)
                .toList();
        if (wishes.isEmpty()) {
            return body;
        }
        PageRequest pages = parameters.pages(Integer.MAX_VALUE);
        return workshop.bodies()
                .view(asked, spec)
                .map(view -> new BodyPages(workshop.schemas(), workshop.shapes())
                        .page(body.value(), view.body(), pages.start(wishes), pages.size(wishes)))
                .map(ShownBody::new)
                .orElse(body);
    }
}
