package plumbline.conformance.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.conformance.Success;
import plumbline.conformance.items.Removals;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.contract.http.Body;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** What a run has created and not yet removed, as the requests that remove it. Thread-safe. */
final class CreatedItems implements Removals {
    private final OperationCredentials credentials;
    private final Map<String, Removal> removals = new LinkedHashMap<>();
    private final Set<String> left = new LinkedHashSet<>();

    CreatedItems(OperationCredentials credentials) {
        this.credentials = credentials;
    }

    private record Removal(Object creator, Request request) {}

    @Override
    public synchronized void removeLater(Object creator, Operation operation, Request removal) {
        removals.put(
                removal.path(), new Removal(creator, credentials.of(operation).authenticate(removal)));
    }

    @Override
    public synchronized boolean isOwed(String path) {
        return removals.containsKey(path);
    }

    @Override
    public synchronized void isRemoved(String path) {
        removals.remove(path);
        // What was in it is gone with it.
        left.removeIf(what -> what.startsWith(path + "/"));
    }

    @Override
    public synchronized void isLeft(String what) {
        left.add(what);
    }

    /** {@return what was created and could not be removed} */
    synchronized List<String> left() {
        return List.copyOf(left);
    }

    /** {@return the paths of what one creator has created, now that all of it has been removed, newest first} */
    List<String> remove(Object creator, Sender sender) {
        return removed(taken(removal -> removal.creator() == creator), sender);
    }

    /** {@return the paths of what was created in an item, now that all of it has been removed, newest first} */
    List<String> removeIn(String path, Sender sender) {
        return removed(taken(removal -> removal.request().path().startsWith(path + "/")), sender);
    }

    /** The requests of these removals, newest first, which are owed no longer. */
    private synchronized List<Request> taken(Predicate<Removal> isMeant) {
        List<Request> taken = new ArrayList<>();
        removals.values().removeIf(removal -> {
            boolean isTaken = isMeant.test(removal);
            if (isTaken) {
                taken.add(0, removal.request());
            }
            return isTaken;
        });
        return taken;
    }

    private List<String> removed(List<Request> requests, Sender sender) {
        return requests.stream()
                .filter(removal -> remove(removal, sender))
                .map(Request::path)
                .toList();
    }

    /** Removes all that is left, newest first. */
    void removeAll(Sender sender) {
        removed(taken(removal -> true), sender);
    }

    private boolean remove(Request removal, Sender sender) {
        Answer answer = conditionally(removal, sender, sender.send(removal));
        String outcome = answer instanceof Answer.Received received
                ? Integer.toString(received.response().status())
                : ((Answer.Broken) answer).message();
        // Somebody else may have been faster, or the server may not find what it has.
        boolean isGone = outcome.matches("2..") || outcome.matches("404|410") && !isRead(removal, sender);
        if (!isGone) {
            isLeft(removal.path() + ": removing it was answered with " + outcome);
        }
        return isGone;
    }

    private static boolean isRead(Request removal, Sender sender) {
        return sender.send(removal.withMethod("GET").withBody(Body.empty())) instanceof Answer.Received read
                && Success.hasContent(read.response().status());
    }

    /** Where only what has not changed may be removed, it is read first. */
    private static Answer conditionally(Request removal, Sender sender, Answer first) {
        boolean isAsked = first instanceof Answer.Received received
                && (received.response().status() == 412 || received.response().status() == 428);
        return isAsked
                        && sender.send(removal.withMethod("GET").withBody(Body.empty())) instanceof Answer.Received read
                        && read.response().headers().first("ETag").isPresent()
                ? sender.send(removal.withHeader(
                        "If-Match", read.response().headers().first("ETag").orElseThrow()))
                : first;
    }
}
