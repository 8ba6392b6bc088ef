package plumbline.conformance.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.conformance.cases.requests.RightRequests;
import plumbline.conformance.cases.requests.TestData;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.conformance.target.UnreachableException;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/**
 * Finds out, with a few requests that only look, whether what was said of the target is right. One answer with success
 * settles it; where none comes, only what cannot be the server's own fault counts. Thread-safe.
 */
public final class SetUp {
    private static final int MOST_REQUESTS = 3;

    /** What may be wrong, in the order in which it is looked for. */
    private static final List<Function<ProbeResult, Optional<String>>> DIAGNOSES = List.of(
            Scheme::fault,
            Redirection::fault,
            BasePath::fault,
            WebPages::fault,
            RefusedCredentials::fault,
            Availability::fault);

    private final @Nullable TestData data;
    private final Function<Target, Sender> elsewhere;
    private final Supplier<List<String>> documentedPaths;
    private boolean isChecked;
    private @Nullable String fault;

    private SetUp(@Nullable TestData data, Function<Target, Sender> elsewhere, Supplier<List<String>> documentedPaths) {
        this.data = data;
        this.elsewhere = elsewhere;
        this.documentedPaths = documentedPaths;
    }

    /** {@return a set-up that is taken for right} */
    public static SetUp unchecked() {
        return new SetUp(
                null,
                target -> {
                    throw new IllegalStateException("nothing is asked");
                },
                List::of);
    }

    /**
     * {@return the set-up of a target}
     *
     * @param data what requests are made from
     * @param elsewhere who sends to other addresses
     * @param documentedPaths the base paths of the servers that the contract names
     */
    public static SetUp of(TestData data, Function<Target, Sender> elsewhere, Supplier<List<String>> documentedPaths) {
        return new SetUp(data, elsewhere, documentedPaths);
    }

    /**
     * Asks, the first time.
     *
     * @param operations the operations that cases are for
     * @throws UnreachableException if the set-up is wrong, every time
     */
    public synchronized void check(List<Operation> operations, Contact contact) {
        if (!isChecked && data != null) {
            isChecked = true;
            fault = fault(data, operations, contact).map(contact::redact).orElse(null);
        }
        if (fault != null) {
            throw new UnreachableException(fault);
        }
    }

    private Optional<String> fault(TestData known, List<Operation> operations, Contact contact) {
        List<Inquiry> asked = new ArrayList<>();
        RightRequests requests = new RightRequests(known);
        for (Operation operation : telling(operations)) {
            Optional<Inquiry> one = ask(requests, operation, contact);
            if (one.filter(Inquiry::isSuccess).isPresent()) {
                contact.succeeded(one.get().request());
                return Optional.empty();
            }
            one.ifPresent(asked::add);
            if (asked.size() == MOST_REQUESTS) {
                break;
            }
        }
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        ProbeResult result = new ProbeResult(known.target(), asked, contact, elsewhere, documentedPaths);
        return DIAGNOSES.stream()
                .flatMap(diagnosis -> diagnosis.apply(result).stream())
                .findFirst();
    }

    /** Those that need no item, and credentials, tell most. */
    private static List<Operation> telling(List<Operation> operations) {
        Comparator<Operation> simple =
                Comparator.comparing(operation -> !operation.template().names().isEmpty());
        return operations.stream()
                .filter(operation -> "GET".equals(operation.method()))
                .sorted(simple.thenComparing(Operation::isOpen))
                .toList();
    }

    private static Optional<Inquiry> ask(RightRequests requests, Operation operation, Contact contact) {
        Optional<RightRequest> right = requests.best(operation);
        return right.flatMap(found -> contact.dressed(operation, found.request()))
                .map(dressed -> asked(operation, dressed, right.get().succeeds(operation), contact));
    }

    private static Inquiry asked(Operation operation, Request dressed, boolean isKnown, Contact contact) {
        return new Inquiry(operation, dressed, isKnown, contact.send(dressed));
    }
}
