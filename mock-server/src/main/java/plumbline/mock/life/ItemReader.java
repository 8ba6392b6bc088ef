package plumbline.mock.life;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.state.StoredItem;
import plumbline.mock.state.Transaction;

/**
 * Shows one item.
 *
 * @param workshop what it works with
 * @param isSampling whether what nobody has removed is made up
 */
record ItemReader(Workshop workshop, boolean isSampling) {
    Optional<Outcome> read(Asked asked) {
        return workshop.store().read(transaction -> read(asked, transaction));
    }

    private Optional<Outcome> read(Asked asked, Transaction transaction) {
        @Nullable
        StoredItem item = transaction.exists(asked.collection())
                ? transaction.find(asked.collection(), asked.key()).orElse(null)
                : null;
        if (item == null) {
            return isSampling && !transaction.wasRemoved(asked.collection(), asked.key())
                    ? Optional.empty()
                    : Refusing.missing(asked, transaction);
        }
        return asked.success("200").flatMap(spec -> shown(asked, spec, item));
    }

    private Optional<Outcome> shown(Asked asked, ResponseSpec spec, StoredItem item) {
        return workshop.bodies()
                .one(asked.member(), spec, item.value())
                .map(body -> new Outcome.Shown(
                        spec,
                        Asked.status(spec),
                        body.value(),
                        workshop.headers().of(asked, spec, item)))
                .map(shown -> Conditions.fulfilled(asked, shown));
    }
}
