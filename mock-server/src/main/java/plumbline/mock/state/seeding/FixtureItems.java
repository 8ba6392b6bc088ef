package plumbline.mock.state.seeding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.resources.Role;
import plumbline.contract.resources.Showing;
import plumbline.fixtures.Fixture;
import plumbline.fixtures.Fixtures;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.mock.state.ItemKind;
import plumbline.mock.state.kinds.Kinds;
import plumbline.mock.state.kinds.LivingKind;
import plumbline.mock.state.kinds.Membership;

/** The items that fixtures show, each in the collection that its URL names. */
final class FixtureItems {
    private static final int OK = 200;

    private final Map<ItemKind, Map<List<String>, List<Seeds.Known>>> found = new LinkedHashMap<>();

    FixtureItems(Kinds kinds, Fixtures fixtures) {
        // What has a file of its own is told there, whatever a list says of it.
        for (Role role : List.of(Role.READ, Role.LIST)) {
            for (Fixture fixture : fixtures.all()) {
                kinds.membership(fixture.operation())
                        .filter(member -> member.role() == role)
                        .ifPresent(member -> add(member, fixture));
            }
        }
    }

    boolean areFor(LivingKind kind) {
        return found.containsKey(kind.stored());
    }

    List<Seeds.Known> of(LivingKind kind, List<String> scope) {
        return found.getOrDefault(kind.stored(), Map.of()).getOrDefault(scope, List.of());
    }

    private void add(Membership member, Fixture fixture) {
        @Nullable JsonNode body = fixture.body();
        @Nullable Showing showing = member.answer();
        if (body == null || showing == null || fixture.status() != OK) {
            return;
        }
        List<String> values = member.operation().template().names().stream()
                .map(name -> fixture.pathValues().getOrDefault(name, ""))
                .toList();
        List<String> scope = member.collection(values).scope();
        if (member.role() == Role.READ) {
            Map<String, JsonNode> named = new LinkedHashMap<>();
            List<String> names = member.kind().keyNames();
            List<String> key = member.key(values);
            for (int i = 0; i < Math.min(names.size(), key.size()); i++) {
                named.put(names.get(i), JsonNodeFactory.instance.stringNode(key.get(i)));
            }
            add(member.kind(), scope, Seeds.Known.of(names, named, body.at(showing.pointer())));
        } else {
            showing.items(body)
                    .forEach(item -> add(
                            member.kind(), scope, Seeds.Known.of(member.kind().keyNames(), item.keys(), item.value())));
        }
    }

    private void add(LivingKind kind, List<String> scope, Optional<Seeds.Known> known) {
        known.ifPresent(item -> found.computeIfAbsent(kind.stored(), key -> new LinkedHashMap<>())
                .computeIfAbsent(scope, key -> new ArrayList<>())
                .add(item));
    }
}
