package plumbline.conformance.cases.requests;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import plumbline.conformance.items.OrdinaryRequests;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** What operations are called with where nothing is special about the path. Thread-safe. */
public final class RightPaths implements OrdinaryRequests {
    private final RightRequests requests;
    private final Map<Operation, Set<String>> known = new ConcurrentHashMap<>();
    private final Map<Operation, Optional<Request>> best = new ConcurrentHashMap<>();

    public RightPaths(RightRequests requests) {
        this.requests = requests;
    }

    @Override
    public boolean isOrdinary(Operation operation, String path) {
        return known.computeIfAbsent(operation, this::paths).contains(path);
    }

    private Set<String> paths(Operation operation) {
        return requests.all(operation).stream()
                .map(right -> right.request().path())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Request> best(Operation operation) {
        return best.computeIfAbsent(operation, asked -> requests.best(asked).map(RightRequest::request));
    }
}
