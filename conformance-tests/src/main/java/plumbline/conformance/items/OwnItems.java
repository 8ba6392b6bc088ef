package plumbline.conformance.items;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Success;
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
    private final Removals removals;
    private final Ownership owned;
    private final Map<CreatableKind, ItemPrefix> current = new HashMap<>();
    private final Map<CreatableKind, String> refusals = new ConcurrentHashMap<>();
    private final FreePaths free;
    private final Set<Operation> searched = new HashSet<>();
    private final @Nullable Recipes recipes;

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
        this.removals = removals;
        this.owned = new Ownership(kinds, caller);
        this.free = new FreePaths(kinds, caller, owned::includes);
        this.recipes = kinds.bodies() == null ? null : new Recipes(kinds.bodies());
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
        creating.ifPresent(this::item);
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
                .flatMap(this::item)
                .map(ItemPrefix::path);
    }

    /** Adds something to lists that are only added to and read, so that they have something to show. */
    public synchronized void fill(List<Operation> operations) {
        operations.stream()
                .filter(operation -> "POST".equals(operation.method())
                        && operation.body() != null
                        && operation.template().names().isEmpty()
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
        kinds.createdBy(operation).ifPresent(life -> free.look(life, request));
        if (kinds.placedBy(operation).isPresent() && owned.isHarmless(operation, request)) {
            return request;
        }
        Optional<Request> own = onOwn(operation, request);
        own.ifPresentOrElse(found -> owned.isTried(operation), () -> guard(operation, request));
        return own.orElse(request);
    }

    private synchronized Optional<Request> onOwn(Operation operation, Request request) {
        return kinds.on(operation)
                .filter(kind ->
                        CHANGING.contains(request.method()) && kinds.ordinary().isOrdinary(operation, request.path()))
                .flatMap(kind ->
                        item(kind).map(item -> item.in(request, kind.resource().keyNames())));
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
                .map(life -> refusals.get(life.resource()))
                .map(why -> "it needs an item of its own, and none could be created: " + why)
                .orElse("it may change what this run has not created"));
    }

    /** {@return whether an operation could only be tried on what is not there, where nothing can be done} */
    public boolean isInVain(Operation operation) {
        return owned.isInVain(operation);
    }

    private Optional<ItemPrefix> item(Lifecycle life) {
        ItemPrefix known = current.get(life.resource());
        return known != null || refusals.containsKey(life.resource()) ? Optional.ofNullable(known) : create(life);
    }

    private Optional<ItemPrefix> create(Lifecycle life) {
        if (!isDisposable) {
            free.lookOnce(life);
        }
        // What is asked for on the way must not ask for this again.
        refusals.put(life.resource(), "no valid request could be made");
        CreationSearch.Outcome outcome =
                new CreationSearch(kinds, recipes, caller).create(life, named -> within(life, named));
        refusals.put(life.resource(), outcome.refusal());
        Optional<ItemPrefix> item = outcome.done().flatMap(done -> note(life, done.sent(), done.answer(), this));
        item.ifPresent(known -> {
            current.put(life.resource(), known);
            refusals.remove(life.resource());
        });
        return item;
    }

    /** What is created below an item is created below one of the run's own, if that can be had. */
    private Request within(Lifecycle life, Request creation) {
        Operation create = life.resource().create();
        return kinds.around(create)
                .flatMap(outer -> item(outer)
                        .map(item -> item.in(creation, outer.resource().keyNames())))
                .orElseGet(() -> caller.aimed(create, creation));
    }

    /** {@return a request that puts something on a path of the run's own choice, where nothing should be} */
    public synchronized Request elsewhere(Operation put, Request planned) {
        Optional<Lifecycle> placing = kinds.placedBy(put);
        return recipes == null || placing.isEmpty()
                ? planned
                : within(placing.get(), recipes.placed(placing.get().resource(), planned));
    }

    /**
     * Takes note of what a request has created or removed.
     *
     * @param creator who is to remove it
     */
    public synchronized void answered(Operation operation, Request request, Response response, Object creator) {
        if (!CHANGING.contains(request.method())) {
            return;
        }
        boolean isGone = response.status() == 404 || response.status() == 410;
        boolean isDone = Success.hasContent(response.status());
        if (isGone || isDone && "DELETE".equals(request.method())) {
            forget(request.path());
        } else if (isDone && "PUT".equals(request.method())) {
            placed(operation, request, response, creator);
        } else if (isDone && "POST".equals(request.method())) {
            kinds.createdBy(operation).ifPresent(life -> note(life, request, response, creator));
        }
    }

    private Optional<ItemPrefix> note(Lifecycle life, Request creation, Response answer, Object creator) {
        String what = creation.method() + " " + creation.path() + " (" + answer.status() + ")";
        Optional<String> path = life.path(creation, answer);
        if (path.isEmpty()) {
            left(what + ": its answer does not say where it is");
            return Optional.empty();
        }
        // Whatever has a name that was known before may have been there before.
        boolean isNew = owned.includes(path.get()) || free.take(path.get());
        if (!isNew && kinds.ordinary().isOrdinary(life.resource().read(), path.get())) {
            left(what + ": its answer names " + path.get() + ", which was known before");
            return Optional.empty();
        }
        ItemPrefix item = ItemPrefix.of(life.resource().read().template(), path.get());
        own(life.resource().onItem("DELETE"), item, creator);
        return Optional.of(item);
    }

    /** What a PUT has made, that was not there before. */
    private void placed(Operation operation, Request request, Response answer, Object creator) {
        boolean isNew = answer.status() == 201 || !isDisposable;
        if (isNew && !owned.includes(request.path())) {
            own(kinds.removerOf(operation), ItemPrefix.of(operation.template(), request.path()), creator);
        }
    }

    private void own(Optional<Operation> remover, ItemPrefix item, Object creator) {
        owned.add(item);
        remover.ifPresentOrElse(
                remove -> removals.removeLater(creator, remove, kinds.ordinary().on(remove, item.path())),
                () -> left(item.path() + ": no operation removes it"));
    }

    private void left(String what) {
        if (!isDisposable) {
            removals.isLeft(what);
        }
    }

    /** Takes note that something was removed, where something else has not been made at its place since. */
    public synchronized void isRemoved(String path) {
        if (!removals.isOwed(path)) {
            forget(path);
        }
    }

    private void forget(String path) {
        removals.isRemoved(path);
        Optional<ItemPrefix> own = owned.at(path);
        own.ifPresent(item -> free.free(path));
        ItemPrefix gone = own.orElseGet(() -> new ItemPrefix(path, ""));
        owned.forget(gone);
        current.values().removeIf(item -> gone.includes(item.path()));
    }
}
