package plumbline.guard.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import plumbline.contract.Operation;
import plumbline.contract.Parameter;
import plumbline.contract.ResponseSpec;
import plumbline.contract.document.Node;

/** Compares the documented responses of an operation. */
record ResponseComparison(Notes notes, Operation before, Operation now) {
    private static final int UNUSUAL = 99;

    void compare() {
        for (ResponseSpec response : before.responses()) {
            Optional<ResponseSpec> same = find(now, response);
            if (same.isPresent()) {
                compare(response, same.get());
            } else {
                boolean isSuccess = isSuccess(response);
                notes.tell(
                        isSuccess
                                ? OperationRule.RESPONSE_SUCCESS_STATUS_REMOVED
                                : OperationRule.RESPONSE_ERROR_STATUS_REMOVED,
                        "the response " + response.key() + " is gone",
                        response.node(),
                        responses(now));
            }
        }
        for (ResponseSpec response : now.responses()) {
            Optional<ResponseSpec> same = find(before, response);
            if (same.isEmpty()) {
                boolean isSuccess = isSuccess(response);
                notes.tell(
                        isSuccess
                                ? OperationRule.RESPONSE_SUCCESS_STATUS_ADDED
                                : OperationRule.RESPONSE_ERROR_STATUS_ADDED,
                        "the response " + response.key() + " is new",
                        responses(before),
                        response.node());
            } else if (before.response(response.key()).isEmpty()) {
                compare(same.get(), response);
            }
        }
    }

    private static Node responses(Operation operation) {
        return operation.node().get("responses").orElse(operation.node());
    }

    /** The response under the same key, or else the one that covers it: a range, or the default. */
    private static Optional<ResponseSpec> find(Operation operation, ResponseSpec response) {
        String key = response.key();
        if ("default".equals(key)) {
            return operation.response(key);
        }
        int status = response.isExact() ? Integer.parseInt(key) : (key.charAt(0) - '0') * 100 + UNUSUAL;
        return operation.response(key).or(() -> operation.response(status));
    }

    private static boolean isSuccess(ResponseSpec response) {
        return response.key().startsWith("2");
    }

    private void compare(ResponseSpec old, ResponseSpec other) {
        new ContentComparison(notes, Side.RESPONSE, old.node(), other.node()).compare(old.content(), other.content());
        for (Parameter header : old.headers()) {
            Optional<Parameter> same = named(other.headers(), header.name());
            if (same.isPresent()) {
                compareHeaders(header, same.get());
            } else {
                OperationRule rule = header.required()
                        ? OperationRule.REQUIRED_RESPONSE_HEADER_REMOVED
                        : OperationRule.RESPONSE_HEADER_REMOVED;
                Node place = other.node().get("headers").orElse(other.node());
                notes.tell(rule, "the header '" + header.name() + "' is gone", header.node(), place);
            }
        }
        for (Parameter header : other.headers()) {
            if (named(old.headers(), header.name()).isEmpty()) {
                Node place = old.node().get("headers").orElse(old.node());
                String what = "the header '" + header.name() + "' is new";
                notes.tell(OperationRule.RESPONSE_HEADER_ADDED, what, place, header.node());
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
            OperationRule rule = other.required()
                    ? OperationRule.RESPONSE_HEADER_BECAME_REQUIRED
                    : OperationRule.RESPONSE_HEADER_BECAME_OPTIONAL;
            String what =
                    "the header '" + other.name() + (other.required() ? "' always comes now" : "' may be missing now");
            notes.tell(
                    rule,
                    what,
                    old.node().get("required").orElse(old.node()),
                    other.node().get("required").orElse(other.node()));
        }
        notes.compare(
                new Notes.Described(old.valueSchema(), old.node()),
                new Notes.Described(other.valueSchema(), other.node()),
                Side.RESPONSE);
    }
}
