package plumbline.mock.life;

import java.util.Optional;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.Transaction;

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
                        body.value(),
                        workshop.headers().of(asked, spec, item)))
                .map(shown -> Conditions.fulfilled(asked, shown));
    }
}
