package plumbline.mock.life;

import java.util.Optional;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.state.ItemList;
import plumbline.mock.state.Transaction;
import plumbline.mock.state.kinds.ItemView;

/**
 * Shows the items of a collection: those that are asked for, in the order and as many as are asked for.
 *
 * @param workshop what it works with
 */
record ItemLister(Workshop workshop) {
    Optional<Outcome> list(Asked asked) {
        Optional<ResponseSpec> spec = asked.success("200");
        Optional<ItemView> view = spec.flatMap(found -> workshop.bodies().view(asked, found));
        return view.isEmpty()
                ? Optional.empty()
                : workshop.store().read(transaction -> list(asked, spec.orElseThrow(), view.get(), transaction));
    }

    /** {@return the list of nothing} */
    Optional<Outcome> nothing(Asked asked) {
        return asked.success("200")
                .flatMap(spec -> workshop.bodies()
                        .view(asked, spec)
                        .flatMap(view -> new ListAnswer(workshop, asked, spec, view).of(ItemList.none())));
    }

    private Optional<Outcome> list(Asked asked, ResponseSpec spec, ItemView view, Transaction transaction) {
        if (!workshop.isThere(asked, transaction)) {
            return workshop.options().isSampling() ? Optional.empty() : Refusing.missing(asked, transaction);
        }
        return new ListAnswer(workshop, asked, spec, view)
                .of(transaction.items(asked.collection()).shownIn(asked.list()));
    }
}
