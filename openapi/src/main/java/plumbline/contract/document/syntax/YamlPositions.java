package plumbline.contract.document.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Pointers;

/** Where a value of YAML and all below it stand. */
final class YamlPositions implements Positions {
    private final Position here;
    private Map<String, YamlPositions> members = Map.of();
    private List<YamlPositions> items = List.of();

    YamlPositions(int line, int column) {
        this.here = new Position(line, column);
    }

    void addMember(String name, YamlPositions member) {
        if (members.isEmpty()) {
            members = new LinkedHashMap<>(4);
        }
        members.put(name, member);
    }

    void addItem(YamlPositions item) {
        if (items.isEmpty()) {
            items = new ArrayList<>(4);
        }
        items.add(item);
    }

    /** {@return these with the members and items of others} */
    YamlPositions sharing(YamlPositions others) {
        members = others.members;
        items = others.items;
        return this;
    }

    @Override
    public Position at(String pointer) {
        YamlPositions deepest = this;
        for (String token : Pointers.tokens(pointer)) {
            YamlPositions next = deepest.child(token);
            if (next == null) {
                break;
            }
            deepest = next;
        }
        return deepest.here;
    }

    private @Nullable YamlPositions child(String token) {
        if (items.isEmpty()) {
            return members.get(token);
        }
        int index = Positions.index(token);
        return index >= 0 && index < items.size() ? items.get(index) : null;
    }
}
