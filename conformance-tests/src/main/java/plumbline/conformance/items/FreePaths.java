package plumbline.conformance.items;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.Lifecycle;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;

/**
 * Paths that requests are usually about, and at which nothing was when the run looked: what is there after a creation is the
 * run's own. Thread-safe.
 */
final class FreePaths {
    private final ItemKinds kinds;
    private final Caller caller;
    private final Predicate<String> isOwn;
    private final Set<String> free = ConcurrentHashMap.newKeySet();
    private final Map<CreatableKind, Look> looks = new ConcurrentHashMap<>();

    FreePaths(ItemKinds kinds, Caller caller, Predicate<String> isOwn) {
        this.kinds = kinds;
        this.caller = caller;
        this.isOwn = isOwn;
    }

    /** Looks before something is created at what requests are usually about, and by the name that it is given. */
    void look(Lifecycle life, Request creation) {
        lookOnce(life);
        if (!creation.body().isEmpty()) {
            life.path(creation, Response.of(201))
                    .ifPresent(path -> look(life.resource().read(), path));
        }
    }

    /** Looks at what requests are usually about, unless that was done before; who comes meanwhile waits for it. */
    void lookOnce(Lifecycle life) {
        looks.computeIfAbsent(life.resource(), kind -> new Look(kind.read())).take();
    }

    /** One look, for all who need it. */
    private final class Look {
        private final Operation read;
        private boolean isTaken;

        Look(Operation read) {
            this.read = read;
        }

        synchronized void take() {
            if (!isTaken) {
                isTaken = true;
                kinds.ordinary().best(read).ifPresent(request -> look(read, request.path()));
            }
        }
    }

    private void look(Operation read, String path) {
        boolean isOpen = kinds.ordinary().isOrdinary(read, path) && !isOwn.test(path) && !free.contains(path);
        if (isOpen
                && caller.call(read, kinds.ordinary().on(read, path))
                        .filter(response -> response.status() == 404 || response.status() == 410)
                        .isPresent()) {
            free.add(path);
        }
    }

    /** {@return whether nothing was at a path before; whoever is told takes it} */
    boolean take(String path) {
        return free.remove(path);
    }

    /** Notes that what the run had made at a path is gone. */
    void free(String path) {
        free.add(path);
    }
}
