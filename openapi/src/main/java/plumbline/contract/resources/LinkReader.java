package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;

/** Reads what {@code links} of answers say about what names an item (OpenAPI, "Link Object"). */
final class LinkReader {
    private static final String BODY = "$response.body#";
    private static final String REASON = "a link of the answer says so";

    private final List<Operation> operations;
    private final List<Draft> drafts;

    LinkReader(List<Operation> operations, List<Draft> drafts) {
        this.operations = operations;
        this.drafts = drafts;
    }

    void read() {
        for (Operation operation : operations) {
            for (ResponseSpec response : Messages.successes(operation)) {
                response.links().values().forEach(link -> read(operation, response, link.resolved()));
            }
        }
    }

    private void read(Operation from, ResponseSpec response, Node link) {
        Optional<Operation> target = target(link);
        for (Draft draft : drafts) {
            if (target.filter(draft.operations()::contains).isPresent() && "POST".equals(from.method())) {
                List<Key> keys = keys(draft, link);
                if (keys.size() == draft.names().size()) {
                    add(draft, from, response, keys);
                }
            }
        }
    }

    private static void add(Draft draft, Operation from, ResponseSpec response, List<Key> keys) {
        Showing showing = new Showing(Showing.Shape.ITEM, "", keys);
        Optional<Member> known = draft.members().stream()
                .filter(member -> member.operation().equals(from))
                .findFirst();
        if (known.isPresent()) {
            Member before = known.get();
            draft.replace(
                    before, new Member(from, before.role(), showing, before.sent(), before.reason() + "; " + REASON));
        } else if ("201".equals(response.key())) {
            draft.add(new Member(from, Role.CREATE, showing, List.of(), REASON));
        }
    }

    private static List<Key> keys(Draft draft, Node link) {
        List<Key> keys = new ArrayList<>();
        Map<String, Node> parameters = link.members("parameters");
        for (String name : draft.names()) {
            Optional.ofNullable(parameters.getOrDefault(name, parameters.get("path." + name)))
                    .map(expression -> expression.value().asString(""))
                    .filter(expression -> expression.startsWith(BODY))
                    .map(expression -> Key.property(name, expression.substring(BODY.length()), REASON))
                    .ifPresent(keys::add);
        }
        return keys;
    }

    private Optional<Operation> target(Node link) {
        Optional<String> id = link.text("operationId");
        Optional<String> reference = link.text("operationRef");
        return operations.stream()
                .filter(operation -> id.isPresent()
                        ? operation.id().equals(id.get())
                        : reference
                                .filter(text -> text.endsWith("#" + pointer(operation)))
                                .isPresent())
                .findFirst();
    }

    private static String pointer(Operation operation) {
        return Pointers.child(
                Pointers.child("/paths", operation.template().toString()),
                operation.method().toLowerCase(Locale.ROOT));
    }
}
