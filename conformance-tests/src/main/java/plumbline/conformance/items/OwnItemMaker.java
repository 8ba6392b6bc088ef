package plumbline.conformance.items;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.Lifecycle;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** Makes the items of a run's own that requests are about, one of each kind, and another to try actions on. */
final class OwnItemMaker {
    private final ItemKinds kinds;
    private final boolean isDisposable;
    private final Caller caller;
    private final @Nullable Recipes recipes;
    private final Holdings holdings;
    private final Map<CreatableKind, String> refusals = new ConcurrentHashMap<>();
    private final Set<CreatableKind> spared = new HashSet<>();

    OwnItemMaker(ItemKinds kinds, boolean isDisposable, Caller caller, @Nullable Recipes recipes, Holdings holdings) {
        this.kinds = kinds;
        this.isDisposable = isDisposable;
        this.caller = caller;
        this.recipes = recipes;
        this.holdings = holdings;
    }

    /** {@return why no item of a kind could be made; may be asked by any thread} */
    Optional<String> refusal(Lifecycle life) {
        return Optional.ofNullable(refusals.get(life.resource()));
    }

    /** {@return the item of a kind that requests are about; it is made if there is none} */
    Optional<ItemPrefix> item(Lifecycle life) {
        ItemPrefix known = holdings.current(life.resource());
        return known != null || refusals.containsKey(life.resource()) ? Optional.ofNullable(known) : create(life);
    }

    private Optional<ItemPrefix> create(Lifecycle life) {
        if (!isDisposable) {
            holdings.free().lookOnce(life);
        }
        // What is asked for on the way must not ask for this again.
        refusals.put(life.resource(), "no valid request could be made");
        CreationSearch.Outcome outcome = search(life);
        refusals.put(life.resource(), outcome.refusal());
        Optional<ItemPrefix> item = noted(life, outcome);
        item.ifPresent(known -> {
            holdings.use(life.resource(), known);
            refusals.remove(life.resource());
        });
        return item;
    }

    private CreationSearch.Outcome search(Lifecycle life) {
        return new CreationSearch(kinds, recipes, caller).create(life, named -> {
            Request creation = within(life, named);
            if (!isDisposable) {
                // What nothing is at before is the run's own afterwards.
                holdings.free().isTaken(life, creation);
            }
            return creation;
        });
    }

    private Optional<ItemPrefix> noted(Lifecycle life, CreationSearch.Outcome outcome) {
        return outcome.done().flatMap(done -> holdings.created(life, done.sent(), done.answer(), this));
    }

    /** {@return a creation below an item, below one of the run's own, if that can be had} */
    Request within(Lifecycle life, Request creation) {
        Operation create = life.resource().create();
        return kinds.around(create)
                .flatMap(outer -> item(outer)
                        .map(item -> item.in(creation, outer.resource().keyNames())))
                .orElseGet(() -> caller.aimed(create, creation));
    }

    /** {@return an item to try actions on; what all other requests are about is left as it is, if the server makes two} */
    Optional<ItemPrefix> spare(Lifecycle kind) {
        @Nullable ItemPrefix known = holdings.spare(kind.resource());
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ItemPrefix> usual = item(kind);
        if (usual.isEmpty() || !spared.add(kind.resource())) {
            return usual;
        }
        Optional<ItemPrefix> made = noted(kind, search(kind));
        made.ifPresent(item -> {
            holdings.useForActions(kind.resource(), item);
            spared.remove(kind.resource());
        });
        return made.or(() -> usual);
    }
}
