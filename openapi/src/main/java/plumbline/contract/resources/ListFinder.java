package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;

/**
 * Finds the items in answers.
 *
 * @param keys finds what names an item
 * @param item the schema of an item; null if no answer shows one alone
 */
record ListFinder(KeyFinder keys, @Nullable Schema item) {
    /** Under what lists stand in envelopes, the likeliest first. */
    private static final List<String> ENVELOPES = List.of(
            "items",
            "data",
            "results",
            "content",
            "records",
            "entries",
            "values",
            "value",
            "list",
            "elements",
            "rows",
            "hits",
            "objects",
            "resources");

    /** Under what more of the envelope, or a single item, stands. */
    private static final List<String> WRAPPERS = List.of("data", "result", "results", "response", "payload");

    private static final String EMBEDDED = "_embedded";
    private static final int DEEPEST = 2;

    private SchemaShapes shapes() {
        return keys.shapes();
    }

    /** A list of items that an answer may be. */
    private record Candidate(String pointer, Schema element) {}

    /** {@return how an answer of this schema shows items, if it is a list of them} */
    Optional<Showing> list(Schema answer) {
        return lists("", answer, 0)
                .flatMap(found -> known(found).stream())
                .findFirst()
                .or(() -> map("", answer));
    }

    /** {@return how an answer shows one item, whether it says what names it or is what reading an item gives} */
    Optional<Showing> one(Schema answer) {
        return located(answer)
                .map(found -> new Showing(Showing.Shape.ITEM, found.pointer(), found.keys()))
                .or(() -> isItemAlone(answer)
                        ? Optional.of(new Showing(Showing.Shape.ITEM, "", List.of()))
                        : Optional.empty());
    }

    private boolean isItemAlone(Schema answer) {
        return item != null && shapes().of(answer).isObject() && shapes().areAlike(item, answer);
    }

    /** {@return whether an answer is an object, and no list} */
    boolean isNamelessItem(Schema answer) {
        return shapes().of(answer).isMeantAsObject() && list(answer).isEmpty();
    }

    /** {@return the schema of the item in an answer that shows one; the answer's own if nothing in it is named} */
    Schema itemOf(Schema answer) {
        return located(answer).map(Located::schema).orElse(answer);
    }

    /** {@return the keys in a value that stands for an item, by pointers from its top} */
    List<Key> keysIn(Schema value) {
        return located(value)
                .map(found -> found.keys().stream()
                        .map(key -> key.below(found.pointer()))
                        .toList())
                .orElse(List.of());
    }

    /** A single item in a message. */
    private record Located(String pointer, Schema schema, List<Key> keys) {}

    private Optional<Located> located(Schema answer) {
        SchemaShape shape = shapes().of(answer);
        if (!shape.isMeantAsObject()) {
            return Optional.empty();
        }
        return keys.find(answer).map(found -> new Located("", answer, found)).or(() -> wrapped(shape));
    }

    private Optional<Located> wrapped(SchemaShape shape) {
        boolean isAlone = shape.propertyNames().size() == 1;
        List<String> objects = shape.propertyNames().stream()
                .filter(name -> shapes().property(shape, name)
                        .filter(SchemaShape::isMeantAsObject)
                        .isPresent())
                .toList();
        return Stream.concat(
                        WRAPPERS.stream(),
                        objects.stream()
                                .filter(name ->
                                        isAlone || keys.noun().singular().equals(Noun.plain(name))))
                .filter(objects::contains)
                .flatMap(name -> shape
                        .property(name)
                        .flatMap(inner ->
                                keys.find(inner).map(found -> new Located(Pointers.child("", name), inner, found)))
                        .stream())
                .findFirst();
    }

    /** {@return the kinds of the elements of all lists in an answer, of which those that are found here are some} */
    static Set<Node> kindsOfElements(SchemaShapes shapes, Schema answer) {
        Set<Node> kinds = new HashSet<>();
        addKinds(shapes, answer, 0, kinds);
        return kinds;
    }

    private static void addKinds(SchemaShapes shapes, Schema answer, int depth, Set<Node> kinds) {
        SchemaShape shape = shapes.of(answer);
        if (shape.isMeantAsArray()) {
            shape.items().map(Messages::kind).ifPresent(kinds::add);
        }
        if (shape.isMeantAsObject() && depth <= DEEPEST) {
            for (String name : shape.propertyNames()) {
                Schema property = shape.property(name).orElseThrow();
                boolean isOpened = name.equals(EMBEDDED) || WRAPPERS.contains(name);
                if (isOpened || shapes.of(property).isMeantAsArray()) {
                    addKinds(shapes, property, depth + 1, kinds);
                }
            }
        }
    }

    /** {@return the kinds of all that may be the item in an answer, of which the one that is found here is one} */
    static Set<Node> kindsOfItems(SchemaShapes shapes, Schema answer) {
        SchemaShape shape = shapes.of(answer);
        Set<Node> kinds = new HashSet<>();
        kinds.add(Messages.kind(answer));
        shape.propertyNames()
                .forEach(name -> shape.property(name).map(Messages::kind).ifPresent(kinds::add));
        return kinds;
    }

    private Stream<Candidate> lists(String pointer, Schema answer, int depth) {
        SchemaShape shape = shapes().of(answer);
        if (shape.isMeantAsArray() && !shape.isObject()) {
            return shape.items().map(element -> new Candidate(pointer, element)).stream();
        }
        if (!shape.isMeantAsObject() || depth > DEEPEST) {
            return Stream.empty();
        }
        List<String> arrays = arrays(shape);
        List<String> order = new ArrayList<>();
        arrays.stream()
                .filter(name -> Noun.plain(name).equals(keys.noun().plural()))
                .forEach(order::add);
        ENVELOPES.stream().filter(arrays::contains).forEach(order::add);
        if (depth > 0 || arrays.size() == 1) {
            arrays.stream().filter(name -> arrays.size() == 1).forEach(order::add);
        }
        Stream<Candidate> here = order.stream().flatMap(name -> within(pointer, shape, name, depth));
        return Stream.concat(
                here,
                Stream.concat(Stream.of(EMBEDDED), WRAPPERS.stream())
                        .filter(name -> !arrays.contains(name))
                        .flatMap(name -> within(pointer, shape, name, depth)));
    }

    private Stream<Candidate> within(String pointer, SchemaShape shape, String name, int depth) {
        return shape.property(name).stream().flatMap(inner -> lists(Pointers.child(pointer, name), inner, depth + 1));
    }

    private List<String> arrays(SchemaShape shape) {
        return shape.propertyNames().stream()
                .filter(name -> shapes().property(shape, name)
                        .filter(SchemaShape::isMeantAsArray)
                        .isPresent())
                .toList();
    }

    private Optional<Showing> known(Candidate list) {
        SchemaShape element = shapes().of(list.element());
        if (element.isMeantAsObject()) {
            Optional<List<Key>> named = keys.find(list.element());
            return named.or(() -> Optional.of(List.<Key>of())
                            .filter(none -> item != null && shapes().areAlike(item, list.element())))
                    .map(found -> new Showing(Showing.Shape.ARRAY, list.pointer(), found));
        }
        List<String> names = List.copyOf(keys.parameters().keySet());
        boolean isId = names.size() == 1 && element.isDeclared() && keys.canBe(names.get(0), list.element());
        return isId
                ? Optional.of(new Showing(
                        Showing.Shape.IDS,
                        list.pointer(),
                        List.of(new Key(names.get(0), Key.Source.ELEMENT, "", "the list is of ids alone"))))
                : Optional.empty();
    }

    private Optional<Showing> map(String pointer, Schema answer) {
        Node node = answer.node().resolved();
        List<String> names = List.copyOf(keys.parameters().keySet());
        Optional<Schema> member = node.get("additionalProperties")
                .filter(schema -> schema.value().isObject() && names.size() == 1)
                .map(answer::at);
        SchemaShape shape = shapes().of(answer);
        if (member.isPresent() && shape.propertyNames().isEmpty() && isItem(member.get())) {
            return Optional.of(new Showing(
                    Showing.Shape.MAP,
                    pointer,
                    List.of(new Key(names.get(0), Key.Source.MEMBER, "", "the items are members by what names them"))));
        }
        return Stream.concat(Stream.of(keys.noun().plural()), WRAPPERS.stream())
                .distinct()
                .filter(name -> pointer.isEmpty())
                .flatMap(name -> shape.property(name).stream()
                        .flatMap(inner -> map(Pointers.child(pointer, name), inner).stream()))
                .findFirst();
    }

    private boolean isItem(Schema member) {
        return shapes().of(member).isMeantAsObject()
                && (item != null && shapes().areAlike(item, member)
                        || keys.find(member).isPresent());
    }
}
