package plumbline.mock.state.seeding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.resources.Key;
import plumbline.contract.resources.Role;
import plumbline.contract.resources.Showing;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.state.kinds.ItemView;
import plumbline.mock.state.kinds.Kinds;
import plumbline.mock.state.kinds.LivingKind;
import plumbline.mock.state.kinds.Membership;

/**
 * The items that the examples of a contract show.
 *
 * @param kinds the kinds of items
 */
record ExampleItems(Kinds kinds) {
    private static final int MOST_NAMES = 64;

    /** {@return what examples of answers show: those of reading first, then of lists, then of creation} */
    List<Seeds.Known> of(LivingKind kind) {
        List<Seeds.Known> found = new ArrayList<>();
        for (Role role : List.of(Role.READ, Role.LIST, Role.CREATE)) {
            if (role == Role.CREATE && !found.isEmpty()) {
                break;
            }
            for (Membership member : kinds.members(kind)) {
                if (member.role() == role) {
                    member.operation().responses().stream()
                            .filter(ResponseSpec::isSuccess)
                            .forEach(spec -> addAll(member, spec, found));
                }
            }
        }
        return found;
    }

    private static void addAll(Membership member, ResponseSpec spec, List<Seeds.Known> found) {
        Optional<ItemView> view = member.view(spec);
        if (view.isEmpty() || view.get().showing().shape() == Showing.Shape.IDS) {
            return;
        }
        List<String> names = member.kind().keyNames();
        for (Example example : view.get().content().examples()) {
            Showing showing = view.get().showing();
            if (showing.shape() == Showing.Shape.ITEM) {
                JsonNode item = example.value().at(showing.pointer());
                Map<String, JsonNode> keys = new HashMap<>();
                ExampleKeys.of(member.operation(), names).named(example.name()).forEach(keys::putIfAbsent);
                showing.items(example.value()).forEach(shown -> keys.putAll(shown.keys()));
                Seeds.Known.of(names, keys, item)
                        .or(() -> Seeds.Known.nameless(item))
                        .ifPresent(found::add);
            } else {
                showing.items(example.value())
                        .forEach(shown -> Seeds.Known.of(names, shown.keys(), shown.value())
                                .ifPresent(found::add));
            }
        }
    }

    /** {@return the names that examples of parameters give items: of operations on one, or on what is part of one} */
    List<List<String>> names(LivingKind kind) {
        int scope = kind.stored().scopeSize();
        int key = kind.stored().keySize();
        return key == 0
                ? List.of()
                : kind.within().stream()
                        .flatMap(operation -> ExampleKeys.of(
                                        operation, operation.template().names().subList(scope, scope + key))
                                .all())
                        .distinct()
                        .limit(MOST_NAMES)
                        .toList();
    }

    /** {@return what examples of parameters say of items that are called otherwise by them} */
    List<Seeds.Known> otherwise(LivingKind kind) {
        return kinds.members(kind).stream()
                .flatMap(member -> said(member).stream())
                .distinct()
                .limit(MOST_NAMES)
                .toList();
    }

    private static Optional<Seeds.Known> said(Membership member) {
        Map<String, JsonNode> examples =
                ExampleKeys.of(member.operation(), member.keyNames()).first();
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        for (Key key : member.otherKeys()) {
            @Nullable JsonNode example = examples.get(key.parameter());
            if (example != null) {
                Pointers.set(value, Pointers.tokens(key.pointer()), example);
            }
        }
        return value.isEmpty() ? Optional.empty() : Seeds.Known.nameless(value);
    }
}
