package plumbline.mock.state.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.resources.Key;
import plumbline.mock.state.ItemKind;
import plumbline.mock.state.kinds.Kinds;
import plumbline.mock.state.kinds.LivingKind;
import plumbline.mock.state.kinds.Shapes;

/** Which items show, in a list, the items of a collection below them. */
public final class EmbeddedParts {
    private final Map<ItemKind, List<EmbeddedPart>> inWholes = new LinkedHashMap<>();
    private final Map<ItemKind, EmbeddedPart> ofParts = new LinkedHashMap<>();

    private EmbeddedParts() {}

    /** {@return those of a contract} */
    public static EmbeddedParts of(Kinds kinds, Shapes shapes) {
        EmbeddedParts found = new EmbeddedParts();
        for (LivingKind part : kinds.all()) {
            @Nullable ItemKind outer = part.stored().parent();
            if (outer != null && isRightBelow(part.stored(), outer)) {
                new Search(kinds.of(outer), part, shapes).find().ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean isRightBelow(ItemKind part, ItemKind outer) {
        return part.keySize() > 0 && part.scopeSize() == outer.scopeSize() + outer.keySize();
    }

    private void add(EmbeddedPart part) {
        List<EmbeddedPart> others = inWholes.computeIfAbsent(part.whole().stored(), kind -> new ArrayList<>());
        // One list cannot be two collections.
        if (others.stream().noneMatch(other -> other.property().equals(part.property()))) {
            others.add(part);
            ofParts.put(part.part().stored(), part);
        }
    }

    /** {@return the lists in an item of this kind} */
    public List<EmbeddedPart> in(LivingKind whole) {
        return inWholes.getOrDefault(whole.stored(), List.of());
    }

    /** {@return the list that shows items of this kind in what they are part of} */
    public Optional<EmbeddedPart> around(ItemKind part) {
        return Optional.ofNullable(ofParts.get(part));
    }

    /** Looks for the list in which a whole shows its parts. */
    private record Search(LivingKind whole, LivingKind part, Shapes shapes) {
        Optional<EmbeddedPart> find() {
            List<EmbeddedPart> lists = new ArrayList<>();
            SchemaShape shape = shapes.of(whole.schema());
            for (String name : shape.propertyNames()) {
                shape.property(name)
                        .filter(property -> shapes.of(property).isMeantAsArray())
                        .flatMap(property -> shapes.of(property).items())
                        .filter(this::isNamed)
                        .map(view -> new EmbeddedPart(whole, name, part, view))
                        .ifPresent(lists::add);
            }
            List<EmbeddedPart> same =
                    lists.stream().filter(list -> isSame(list.view())).toList();
            return lists.stream()
                    .filter(list -> plain(list.property()).equals(plain(collectionName())))
                    .findFirst()
                    .or(() -> same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty());
        }

        /** Whether an element says which part it is. */
        private boolean isNamed(Schema view) {
            SchemaShape shape = shapes.of(view);
            return shape.isMeantAsObject()
                    && part.keyNames().stream()
                            .map(part::key)
                            .allMatch(key -> key != null
                                    && key.source() == Key.Source.PROPERTY
                                    && shape.property(Pointers.tokens(key.pointer())
                                                    .get(0))
                                            .isPresent());
        }

        private boolean isSame(Schema view) {
            Node shown = view.node().resolved();
            return part.views().stream()
                    .map(other -> other.node().resolved())
                    .anyMatch(other -> Objects.equals(other, shown));
        }

        private String collectionName() {
            String path = part.stored().path();
            return path.substring(path.lastIndexOf('/') + 1);
        }

        private static String plain(String name) {
            return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
        }
    }
}
