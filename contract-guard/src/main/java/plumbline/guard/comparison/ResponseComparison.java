package plumbline.guard.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.OperationChange;

/** Compares the documented responses of an operation. */
record ResponseComparison(OperationDifferences differences, Operation before, Operation now) {
    private static final int UNUSUAL = 99;

    void compare() {
        for (ResponseSpec response : before.responses()) {
            find(now, response).ifPresentOrElse(same -> compare(response, same), () -> tellGone(response));
        }
        for (ResponseSpec response : now.responses()) {
            Optional<ResponseSpec> same = find(before, response);
            if (same.isEmpty()) {
                differences.tell(
                        isSuccess(response)
                                ? OperationChange.RESPONSE_SUCCESS_STATUS_ADDED
                                : OperationChange.RESPONSE_ERROR_STATUS_ADDED,
                        "the response " + response.key() + " is new",
                        responses(before),
                        response.node());
            } else if (before.response(response.key()).isEmpty()) {
                compare(same.get(), response);
            }
        }
    }

    private void tellGone(ResponseSpec response) {
        boolean isNarrowed = !response.isExact()
                && now.responses().stream().anyMatch(other -> other.isExact() && isWithin(response, other));
        OperationChange change = isNarrowed
                ? OperationChange.RESPONSE_RANGE_NARROWED
                : isSuccess(response)
                        ? OperationChange.RESPONSE_SUCCESS_STATUS_REMOVED
                        : OperationChange.RESPONSE_ERROR_STATUS_REMOVED;
        String what = "the response " + response.key() + " is gone"
                + (isNarrowed ? ", and what is left of it is documented by status" : "");
        differences.tell(change, what, response.node(), responses(now));
    }

    private static boolean isWithin(ResponseSpec range, ResponseSpec status) {
        return "default".equals(range.key())
                || range.key().charAt(0) == status.key().charAt(0);
    }

    private static Node responses(Operation operation) {
        return operation.node().get("responses").orElse(operation.node());
    }

    /** The response under the same key, or else the one that covers it: a range, or the default. */
    static Optional<ResponseSpec> find(Operation operation, ResponseSpec response) {
        String key = response.key();
        if ("default".equals(key)) {
            return operation.response(key);
        }
        int status = response.isExact() ? Integer.parseInt(key) : (key.charAt(0) - '0') * 100 + UNUSUAL;
        return operation.response(key).or(() -> operation.response(status));
    }

    private static boolean isSuccess(ResponseSpec response) {
        return response.isSuccess();
    }

    private void compare(ResponseSpec old, ResponseSpec other) {
        new ContentComparison(differences, MessageSide.RESPONSE, old.node(), other.node())
                .compare(old.content(), other.content());
        new LinkComparison(differences, old, other).compare();
        for (Parameter header : old.headers()) {
            Optional<Parameter> same = named(other.headers(), header.name());
            if (same.isPresent()) {
                compareHeaders(header, same.get());
            } else {
                OperationChange change = header.required()
                        ? OperationChange.REQUIRED_RESPONSE_HEADER_REMOVED
                        : OperationChange.RESPONSE_HEADER_REMOVED;
                Node place = other.node().get("headers").orElse(other.node());
                differences.tell(change, "the header '" + header.name() + "' is gone", header.node(), place);
            }
        }
        for (Parameter header : other.headers()) {
            if (named(old.headers(), header.name()).isEmpty()) {
                Node place = old.node().get("headers").orElse(old.node());
                String what = "the header '" + header.name() + "' is new";
                differences.tell(OperationChange.RESPONSE_HEADER_ADDED, what, place, header.node());
            }
        }
    }

    private static Optional<Parameter> named(List<Parameter> headers, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return headers.stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    private void compareHeaders(Parameter old, Parameter other) {
        if (old.required() != other.required()) {
            OperationChange change = other.required()
                    ? OperationChange.RESPONSE_HEADER_BECAME_REQUIRED
                    : OperationChange.RESPONSE_HEADER_BECAME_OPTIONAL;
            String what =
                    "the header '" + other.name() + (other.required() ? "' always comes now" : "' may be missing now");
            differences.tell(
                    change,
                    what,
                    old.node().get("required").orElse(old.node()),
                    other.node().get("required").orElse(other.node()));
        }
        differences.compare(
                new OperationDifferences.Described(old.valueSchema(), old.node()),
                new OperationDifferences.Described(other.valueSchema(), other.node()),
                MessageSide.RESPONSE);
    }
}
