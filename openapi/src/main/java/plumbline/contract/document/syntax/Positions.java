package plumbline.contract.document.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Pointers;

/** Lines and columns of all values of a document; made when the first place is asked for. */
public final class Positions {
    private final int line;
    private final int column;
    private Map<String, Positions> members = Map.of();
    private List<Positions> items = List.of();

    Positions(int line, int column) {
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    void addMember(String name, Positions member) {
        if (members.isEmpty()) {
            members = new LinkedHashMap<>(4);
        }
        members.put(name, member);
    }

    void addItem(Positions item) {
        if (items.isEmpty()) {
            items = new ArrayList<>(4);
        }
        items.add(item);
    }

    /** {@return these with the members and items of others} */
    Positions sharing(Positions others) {
        members = others.members;
        items = others.items;
        return this;
    }

    /** {@return the position of a value, or of the nearest one around it that stands in the text} */
    public Positions at(String pointer) {
        Positions here = this;
        for (String token : Pointers.tokens(pointer)) {
            Positions next = here.child(token);
            if (next == null) {
                break;
            }
            here = next;
        }
        return here;
    }

    private @Nullable Positions child(String token) {
        if (items.isEmpty()) {
            return members.get(token);
        }
        try {
            int index = Integer.parseInt(token);
            return index >= 0 && index < items.size() ? items.get(index) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
