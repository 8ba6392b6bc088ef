package plumbline.conformance.items;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plumbline.conformance.Success;
import plumbline.conformance.stories.CreatableKind;
import plumbline.conformance.stories.Lifecycle;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;

/**
 * Paths at which nothing was when the run looked, before it sent what gives an item such a name, or what is usually asked for: what
 * is there afterwards is the run's own. Thread-safe.
 */
final class FreePaths {
    private static final String NOTHING = "plumbline-nothing";

    private final ItemKinds kinds;
    private final Caller caller;
    private final Map<Operation, Boolean> telling = new ConcurrentHashMap<>();
    private final Predicate<String> isOwn;
    private final Predicate<String> isMade;
    private final Set<String> free = ConcurrentHashMap.newKeySet();
    private final Map<CreatableKind, Look> looks = new ConcurrentHashMap<>();

    /**
     * Begins without having looked.
     *
     * @param isOwn whether a path is that of an own item
     * @param isMade whether the run has made up what a path names, so that nothing else is called so
     */
    FreePaths(ItemKinds kinds, Caller caller, Predicate<String> isOwn, Predicate<String> isMade) {
        this.kinds = kinds;
        this.caller = caller;
        this.isOwn = isOwn;
        this.isMade = isMade;
    }

    /** {@return whether something is by the name that a creation gives, and was not made by the run; looks before it is sent} */
    boolean isTaken(Lifecycle life, Request creation) {
        lookOnce(life);
        return !creation.body().isEmpty()
                && life.said(creation).stream()
                        .flatMap(FreePaths::spellings)
                        .anyMatch(path -> isTaken(life.resource().read(), path));
    }

    /** A path, and others at which a server may put what it is told to call true or false. */
    private static Stream<String> spellings(String path) {
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        return switch (path.substring(parent.length())) {
            case "true" -> Stream.of(path, parent + "True", parent + "1");
            case "false" -> Stream.of(path, parent + "False", parent + "0");
            default -> Stream.of(path);
        };
    }

    /** {@return whether something is by another name that a change gives to an item, and was not made by the run} */
    boolean isTaken(Lifecycle life, ItemPrefix item, Operation operation, Request change) {
        return !change.body().isEmpty()
                && life.others(item.path(), operation, change, Response.of(200))
                        .anyMatch(path -> isTaken(life.resource().read(), path));
    }

    private boolean isTaken(Operation read, String path) {
        if (isOwn.test(path) || isMade.test(path) || free.contains(path)) {
            return false;
        }
        int status = status(read, path);
        boolean isThere = Success.hasContent(status);
        boolean isTold = !isThere || telling.computeIfAbsent(read, this::tellsAbsence);
        boolean isFree = isThere ? !isTold && !kinds.ordinary().isOrdinary(read, path) : Success.isAbsence(status);
        if (isFree) {
            free.add(path);
        }
        return isThere && isTold;
    }

    /** {@return the path at which an item is since a change, as what names it was part of it; nothing if it is where it was} */
    Optional<String> moved(ItemPrefix item, Operation operation, Request change, Response answer) {
        return kinds.on(operation)
                .flatMap(life -> life.others(item.path(), operation, change, answer)
                        .filter(path -> Success.isAbsence(status(life.resource().read(), item.path()))
                                && Success.hasContent(status(life.resource().read(), path)))
                        .findFirst());
    }

    /** The status that reading what is at a path is answered with; 0 if no answer came. */
    private int status(Operation read, String path) {
        return caller.call(read, kinds.ordinary().on(read, path))
                .map(Response::status)
                .orElse(0);
    }

    /** Whether reading says that nothing is there; a mock may show something wherever it is asked. */
    private boolean tellsAbsence(Operation read) {
        return kinds.ordinary().best(read).stream()
                .map(Request::path)
                .map(path -> read.template().stem(path))
                .map(stem -> stem.substring(0, stem.lastIndexOf('/') + 1)
                        + NOTHING
                        + read.template().ending())
                .noneMatch(path -> Success.hasContent(status(read, path)));
    }

    /** Looks at what requests are usually about, unless that was done before; who comes meanwhile waits for it. */
    void lookOnce(Lifecycle life) {
        looks.computeIfAbsent(life.resource(), kind -> new Look(kind.read())).take();
    }

    /** One look, for all who need it. */
    private final class Look {
        private final Operation read;
        private boolean isDone;

        Look(Operation read) {
            this.read = read;
        }

        synchronized void take() {
            if (!isDone) {
                isDone = true;
                kinds.ordinary().best(read).ifPresent(request -> look(read, request.path()));
            }
        }
    }

    private void look(Operation read, String path) {
        boolean isOpen = kinds.ordinary().isOrdinary(read, path) && !isOwn.test(path) && !free.contains(path);
        if (isOpen && Success.isAbsence(status(read, path))) {
            free.add(path);
        }
    }

    /** {@return whether nothing was at a path before; whoever is told takes it} */
    boolean take(String path) {
        return free.remove(path) || isMade.test(path);
    }

    /** Notes that what the run had made at a path is gone. */
    void free(String path) {
        free.add(path);
    }
}
