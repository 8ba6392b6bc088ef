package plumbline.conformance.items;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.Lifecycle;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.resources.Resource;

/**
 * The items that a run has created, and that it may change. A request that may change an item is bent to one of them; what
 * it creates is owed a removal. Thread-safe.
 */
public final class OwnItems {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<Integer> REFUSALS = Set.of(400, 404, 409, 412, 422);

    private final ItemKinds kinds;
    private final boolean isDisposable;
    private final Caller caller;
    private final Holdings holdings;
    private final Ownership owned;
    private final FreePaths free;
    private final Set<Operation> searched = new HashSet<>();
    private final @Nullable Recipes recipes;
    private final OwnItemMaker maker;

    /**
     * Begins with nothing.
     *
     * @param kinds what can be created
     * @param isDisposable whether all that the server has may be changed
     * @param caller sends what creates and reads
     * @param removals where it is noted what is to be removed
     */
    public OwnItems(ItemKinds kinds, boolean isDisposable, Caller caller, Removals removals) {
        this.kinds = kinds;
        this.isDisposable = isDisposable;
        this.caller = caller;
        Recipes made = kinds.bodies() == null ? null : new Recipes(kinds.bodies());
        this.recipes = made;
        this.holdings = new Holdings(kinds, isDisposable, caller, removals, path -> made != null && made.isMade(path));
        this.owned = holdings.owned();
        this.free = holdings.free();
        this.maker = new OwnItemMaker(kinds, isDisposable, caller, made, holdings);
    }

    /**
     * {@return a request with a body that the server has accepted in this run, and with a name of its own if it creates
     * something; what a case is about, by which it differs from a right request, stays as it is planned}
     */
    public Request cast(Operation operation, Request planned, Request right) {
        boolean isBent = CHANGING.contains(planned.method()) && planned.method().equals(operation.method());
        if (recipes == null || !isBent || planned.body().isEmpty()) {
            return planned;
        }
        Optional<Lifecycle> creating = kinds.createdBy(operation);
        // Whoever waits for these answers need not keep others waiting.
        creating.filter(life -> !isDisposable).ifPresent(free::lookOnce);
        return cast(recipes, creating, operation, planned, right);
    }

    private synchronized Request cast(
            Recipes recipes, Optional<Lifecycle> creating, Operation operation, Request planned, Request right) {
        creating.ifPresent(maker::item);
        Recipes.Plan plan = new Recipes.Plan(planned, right);
        Request cast = recipes.cast(operation, plan);
        Optional<CreatableKind> on = kinds.on(operation)
                .map(Lifecycle::resource)
                .filter(kind -> kind.read().template().equals(operation.template()));
        return on.isPresent()
                ? recipes.named(on.get(), cast, plan)
                : recipes.renewed(operation, CreationSearch.names(creating), cast, plan);
    }

    /**
     * {@return the path of an item of a resource that the run has created, or creates now}
     *
     * @param operations the operations that may be called
     */
    public synchronized Optional<String> provide(Resource resource, List<Operation> operations) {
        return kinds.creatable().stream()
                .filter(life -> life.resource().of().equals(resource)
                        && operations.contains(life.resource().create()))
                .findFirst()
                .flatMap(maker::item)
                .map(ItemPrefix::path);
    }

    /** Adds something to lists that are only added to and read, so that they have something to show. */
    public synchronized void fill(List<Operation> operations) {
        operations.stream()
                .filter(operation -> "POST".equals(operation.method())
                        && operation.body() != null
                        && operation.template().names().isEmpty()
                        && !kinds.isRisky(operation)
                        && kinds.createdBy(operation).isEmpty()
                        && kinds.isShownBeside(operation))
                .forEach(operation -> kinds.ordinary().best(operation).ifPresent(right -> find(operation, right)));
    }

    /** {@return whether an operation is on a part of an item that the run can create, and the part has a name of its own} */
    public boolean isOnNamedPart(Operation operation) {
        return kinds.on(operation)
                .map(life -> life.resource().read().template().names().size())
                .filter(names -> operation.template().names().size() > names)
                .isPresent();
    }

    /** {@return whether an operation makes items that the run knows afterwards} */
    public boolean isCreation(Operation operation) {
        return kinds.createdBy(operation).isPresent();
    }

    /** {@return whether a body is known now that the server may accept, since it has refused this right request} */
    public synchronized boolean search(Operation operation, Request right, Response refusal) {
        return CreationSearch.isLearned(recipes, operation, right, Optional.of(refusal))
                || REFUSALS.contains(refusal.status())
                        && kinds.createdBy(operation).isEmpty()
                        && find(operation, right);
    }

    private boolean find(Operation operation, Request right) {
        return recipes != null
                && !right.body().isEmpty()
                && searched.add(operation)
                && new BodySearch(recipes, caller, next -> bend(operation, cast(operation, next, next)))
                        .find(operation, right, (sent, answer) -> answered(operation, sent, answer, this));
    }

    /**
     * {@return the request, on an item of the run's own where it would change another}
     *
     * @throws NotOwnException if it may change what the run has not created
     */
    public Request bend(Operation operation, Request request) {
        if (isDisposable) {
            return request;
        }
        // Whoever waits for these answers need not keep others waiting.
        guardNames(operation, request);
        if (kinds.placedBy(operation).isPresent() && owned.isHarmless(operation, request)) {
            return request;
        }
        Optional<Request> own = onOwn(operation, request);
        own.ifPresentOrElse(found -> owned.isTried(operation), () -> guard(operation, request));
        return own.orElse(request);
    }

    /** What an example names is left to the server, which may say that there is one already. */
    private boolean isForeign(Lifecycle life, Request creation) {
        return life.resource().onItem("DELETE").isPresent()
                && free.isTaken(life, creation)
                && life.said(creation)
                        .filter(path ->
                                !kinds.ordinary().isOrdinary(life.resource().read(), path))
                        .isPresent();
    }

    private static NotOwnException taken() {
        return new NotOwnException("something is called so that this run has not created");
    }

    private synchronized Optional<Request> onOwn(Operation operation, Request request) {
        return kinds.on(operation)
                .filter(kind ->
                        CHANGING.contains(request.method()) && kinds.ordinary().isOrdinary(operation, request.path()))
                .flatMap(kind -> (kinds.isAction(operation) ? maker.spare(kind) : maker.item(kind))
                        .map(item -> free(
                                kind,
                                item,
                                operation,
                                named(
                                        kind,
                                        operation,
                                        item,
                                        item.in(request, kind.resource().keyNames())))));
    }

    /** {@return a creation within an item of the run's own, or else within what is known to exist, wherever it was planned} */
    public synchronized Request inside(Operation create, Request creation) {
        Optional<Lifecycle> life = kinds.createdBy(create);
        Optional<String> usual = kinds.ordinary().best(create).map(Request::path);
        return life.isEmpty() || usual.isEmpty() ? creation : maker.within(life.get(), creation.withPath(usual.get()));
    }

    /** {@return a change of a story, with the names that its item was created with: it is not about another one} */
    public synchronized Request keeping(Operation operation, Request change) {
        return ownOf(operation, change)
                .map(own -> named(own.kind(), operation, own.item(), change))
                .orElse(change);
    }

    /**
     * Makes sure that a request of a story changes nothing that is not the run's own, and takes nothing's name.
     *
     * @throws NotOwnException if it may
     */
    public void guardStory(Operation operation, Request request) {
        guard(operation, request);
        if (isDisposable || !CHANGING.contains(request.method()) || "DELETE".equals(request.method())) {
            return;
        }
        guardNames(operation, request);
        ownOf(operation, request).ifPresent(own -> free(own.kind(), own.item(), operation, request));
    }

    /** An item of the run's own, and its kind. */
    private record Own(Lifecycle kind, ItemPrefix item) {}

    private Optional<Own> ownOf(Operation operation, Request request) {
        return owned.at(request.path()).flatMap(item -> kinds.on(operation).map(kind -> new Own(kind, item)));
    }

    private void guardNames(Operation operation, Request request) {
        if (kinds.createdBy(operation).filter(life -> isForeign(life, request)).isPresent()) {
            throw taken();
        }
    }

    /** Makes sure that a change does not call an item as something else is called. */
    private Request free(Lifecycle kind, ItemPrefix item, Operation operation, Request change) {
        if (free.isTaken(kind, item, operation, change)) {
            throw taken();
        }
        return change;
    }

    /** A change of an item keeps the names that it was created with, unless a case is about them. */
    private Request named(Lifecycle kind, Operation operation, ItemPrefix item, Request request) {
        Optional<Request> right = kinds.ordinary().best(operation);
        return recipes == null || right.isEmpty() || !request.path().equals(item.path())
                ? request
                : holdings.creation(item.path())
                        .map(creation -> recipes.names(kind, creation))
                        .map(names -> recipes.kept(operation, names, request, right.get()))
                        .orElse(request);
    }

    /**
     * Makes sure that a request changes nothing that is not the run's own.
     *
     * @throws NotOwnException if it may
     */
    public void guard(Operation operation, Request request) {
        if (isDisposable || !CHANGING.contains(request.method()) || owned.isHarmless(operation, request)) {
            return;
        }
        throw new NotOwnException(kinds.on(operation)
                .flatMap(maker::refusal)
                .map(why -> "it needs an item of its own, and none could be created: " + why)
                .orElse("it may change what this run has not created"));
    }

    /** {@return whether an operation could only be tried on what is not there, where nothing can be done} */
    public boolean isInVain(Operation operation) {
        return owned.isInVain(operation);
    }

    /** {@return a request that puts something on a path of the run's own choice, where nothing should be} */
    public synchronized Request elsewhere(Operation put, Request planned) {
        Optional<Lifecycle> placing = kinds.placedBy(put);
        return recipes == null || placing.isEmpty()
                ? planned
                : maker.within(placing.get(), recipes.placed(placing.get().resource(), planned));
    }

    /**
     * Takes note of what a request has created or removed.
     *
     * @param creator who is to remove it
     */
    public synchronized void answered(Operation operation, Request request, Response response, Object creator) {
        if (CHANGING.contains(request.method())) {
            holdings.answered(operation, request, response, creator);
        }
    }

    /** Takes note that something was removed, where something else has not been made at its place since. */
    public synchronized void isRemoved(String path) {
        holdings.isRemoved(path);
    }
}
