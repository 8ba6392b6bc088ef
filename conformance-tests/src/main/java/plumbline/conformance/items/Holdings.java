package plumbline.conformance.items;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Success;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.Lifecycle;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;

/** What a run has on a server: what its requests have created, moved and removed, and what of that is to be removed. */
final class Holdings {
    private final ItemKinds kinds;
    private final boolean isDisposable;
    private final Removals removals;
    private final Ownership owned;
    private final FreePaths free;
    private final Additions additions;
    private final Map<CreatableKind, ItemPrefix> current = new HashMap<>();
    private final Map<CreatableKind, ItemPrefix> spare = new HashMap<>();
    private final Map<String, Request> creations = new HashMap<>();

    Holdings(ItemKinds kinds, boolean isDisposable, Caller caller, Removals removals, Predicate<String> isMade) {
        this.kinds = kinds;
        this.isDisposable = isDisposable;
        this.removals = removals;
        this.owned = new Ownership(kinds, caller);
        this.free = new FreePaths(kinds, caller, owned::includes, isMade);
        this.additions = new Additions(kinds);
    }

    Ownership owned() {
        return owned;
    }

    FreePaths free() {
        return free;
    }

    /** {@return the item of a kind that requests are about} */
    @Nullable
    ItemPrefix current(CreatableKind kind) {
        return current.get(kind);
    }

    /** Has requests be about an item from now on. */
    void use(CreatableKind kind, ItemPrefix item) {
        current.put(kind, item);
    }

    /** {@return the item of a kind that actions are tried on} */
    @Nullable
    ItemPrefix spare(CreatableKind kind) {
        return spare.get(kind);
    }

    /** Has actions be tried on an item from now on. */
    void useForActions(CreatableKind kind, ItemPrefix item) {
        spare.put(kind, item);
    }

    /** {@return what has created an item of the run's own} */
    Optional<Request> creation(String path) {
        return Optional.ofNullable(creations.get(path));
    }

    /** Takes note of what a request that may change something has created, changed or removed. */
    void answered(Operation operation, Request request, Response response, Object creator) {
        boolean isOwnMethod = request.method().equals(operation.method());
        boolean isDone = Success.hasContent(response.status());
        // Whether an undocumented method has done anything is not known, nor whether a 404 is about the item.
        if (isOwnMethod ? Success.isAbsence(response.status()) : isDone) {
            isSpoilt(request.path());
        } else if (isDone && "DELETE".equals(request.method())) {
            forget(request.path());
        } else if (isDone) {
            done(operation, request, response, creator);
        }
    }

    private void done(Operation operation, Request request, Response response, Object creator) {
        Optional<Lifecycle> created = kinds.createdBy(operation);
        if ("PUT".equals(request.method())) {
            put(operation, request, response, creator);
        } else if (created.isPresent()) {
            created(created.get(), request, response, creator);
        } else if ("POST".equals(request.method()) && Additions.isAddition(response)) {
            added(operation, request, response, creator);
        } else {
            changed(operation, request, response, creator);
            if (kinds.isAction(operation)) {
                owned.around(request.path()).ifPresent(item -> isSpoilt(item.path()));
            }
        }
    }

    /** Takes note of what a creation has made. */
    Optional<ItemPrefix> created(Lifecycle life, Request creation, Response answer, Object creator) {
        String what = creation.method() + " " + creation.path() + " (" + answer.status() + ")";
        Optional<String> path = life.path(creation, answer);
        if (path.isEmpty()) {
            left(what + ": its answer does not say where it is");
            return Optional.empty();
        }
        // Whatever has a name that was known before, or that the request said, may have been there before.
        boolean isNew = owned.includes(path.get()) || free.take(path.get());
        boolean isSaid = kinds.ordinary().isOrdinary(life.resource().read(), path.get())
                || life.said(creation).filter(path.get()::equals).isPresent();
        if (!isDisposable && !isNew && isSaid) {
            left(what + ": its answer names " + path.get() + ", which was known before");
            return Optional.empty();
        }
        ItemPrefix item = ItemPrefix.of(life.resource().read().template(), path.get());
        own(life.resource().onItem("DELETE"), item, creator);
        creations.put(item.path(), creation);
        return Optional.of(item);
    }

    /** Takes note of what was added somewhere, of which the contract does not say how it is read. */
    private void added(Operation operation, Request request, Response answer, Object creator) {
        additions
                .removal(operation, request, answer)
                .ifPresentOrElse(
                        found -> removals.removeLater(creator, found.operation(), found.request()),
                        () -> left("what " + request.method() + " " + request.path()
                                + " made: the contract does not say how it is removed"));
    }

    /** Takes note of what a PUT has made that was not there before, or of where it has moved what was. */
    private void put(Operation operation, Request request, Response answer, Object creator) {
        boolean isNew = answer.status() == 201 || !isDisposable;
        if (isNew && !owned.includes(request.path())) {
            own(kinds.removerOf(operation), ItemPrefix.of(operation.template(), request.path()), creator);
        } else {
            changed(operation, request, answer, creator);
        }
    }

    /** Takes note of where a change has moved an item, as what names it was part of it. */
    private void changed(Operation operation, Request change, Response answer, Object creator) {
        owned.around(change.path())
                .ifPresent(item -> free.moved(item, operation, change, answer)
                        .ifPresent(path -> moved(item, operation, path, creator)));
    }

    private void moved(ItemPrefix item, Operation operation, String path, Object creator) {
        forget(item.path());
        if (!free.take(path)) {
            left(item.path() + ": it was moved to " + path + ", where something else may have been before");
            return;
        }
        kinds.on(operation)
                .map(Lifecycle::resource)
                .ifPresent(kind ->
                        own(kind.onItem("DELETE"), ItemPrefix.of(kind.read().template(), path), creator));
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
    void isRemoved(String path) {
        if (!removals.isOwed(path)) {
            forget(path);
        }
    }

    /** Has requests be about another item from now on than the one at a path, which is still removed in the end. */
    private void isSpoilt(String path) {
        current.values().removeIf(item -> item.path().equals(path));
        spare.values().removeIf(item -> item.includes(path));
    }

    /** Takes note that what was at a path is gone, with what was in it. */
    private void forget(String path) {
        removals.isRemoved(path);
        Optional<ItemPrefix> own = owned.at(path);
        own.ifPresent(item -> free.free(path));
        ItemPrefix gone = own.orElseGet(() -> new ItemPrefix(path, ""));
        owned.forget(gone);
        creations.keySet().removeIf(gone::includes);
        current.values().removeIf(item -> gone.includes(item.path()));
        spare.values().removeIf(item -> gone.includes(item.path()));
    }
}
