package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.json.JsonType;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.sampling.source.WordsOfNames;

/**
 * Finds which property of an item is the path parameter that names it.
 *
 * @param noun what the collection is called
 * @param parameters the parameters that name an item, with their schemas where they have one
 * @param shapes the shapes of the contract's schemas
 */
record KeyFinder(Noun noun, Map<String, Optional<Schema>> parameters, SchemaShapes shapes) {
    /** Names of what names things, the likeliest first. */
    private static final List<String> NAMES = List.of("id", "uuid", "guid", "key", "slug", "name", "code", "login");

    /** Those that mean nothing but that it names things, so that each may stand for the other. */
    private static final List<String> IDENTITIES = List.of("id", "uuid", "guid", "key");

    /** What stands after the noun for whatever names an item, such as {@code order_token}. */
    private static final List<String> STAND_INS = List.of("token", "identifier", "reference", "ref");

    /** Names of what names a person or a group that has a part in an item. */
    private static final List<String> PARTS = List.of("login", "username", "slug", "name", "key", "id");

    private static final List<String> PERSONS = List.of("username", "login", "handle");

    /** Objects in which some formats keep what names an item. */
    private static final List<String> HOLDERS = List.of("metadata", "meta", "sys");

    /** Where some formats keep the address of an item. */
    private static final List<List<String>> ADDRESSES =
            List.of(List.of("_links", "self", "href"), List.of("links", "self"), List.of("href"));

    /** Words for what many items have alike. */
    private static final Set<String> DESCRIBING =
            Set.of("type", "status", "state", "kind", "category", "date", "currency");

    KeyFinder {
        parameters = new LinkedHashMap<>(parameters);
    }

    /** {@return where each of the parameters stands in a value; nothing if one of them is not found} */
    Optional<List<Key>> find(Schema item) {
        SchemaShape shape = shapes.of(item);
        List<Key> keys = new ArrayList<>();
        for (String parameter : parameters.keySet()) {
            @Nullable Key key = named(parameter, shape).orElse(null);
            if (key == null) {
                return addressed(shape);
            }
            keys.add(key);
        }
        return Optional.of(keys).filter(found -> !found.isEmpty() && isDistinct(found));
    }

    private static boolean isDistinct(List<Key> keys) {
        return keys.stream().map(Key::pointer).distinct().count() == keys.size();
    }

    private Optional<Key> named(String parameter, SchemaShape shape) {
        Optional<Key> found = property(parameter, "", shape);
        for (String holder : HOLDERS) {
            found = found.or(() -> shapes.property(shape, holder)
                    .filter(SchemaShape::isMeantAsObject)
                    .flatMap(inner -> property(parameter, Pointers.child("", holder), inner)));
        }
        return found.or(() -> lastWord(parameter, shape))
                .or(() -> parameters.size() > 1 ? ofPart(parameter, shape) : Optional.empty());
    }

    private Optional<Key> property(String parameter, String outer, SchemaShape shape) {
        return property(parameter, outer, shape, scalars(parameter, shape))
                .or(() -> property(parameter, outer, shape, writable(parameter, shape)));
    }

    private Optional<Key> property(String parameter, String outer, SchemaShape shape, List<String> names) {
        String wanted = Noun.plain(parameter);
        List<String> shortestFirst =
                names.stream().sorted(Comparator.comparingInt(String::length)).toList();
        return pick(names, (name, plain) -> name.equals(parameter))
                .or(() -> pick(names, (name, plain) -> plain.equals(wanted)))
                .map(name -> key(parameter, outer, name, "the parameter and the property have one name"))
                .or(() -> pick(names, (name, plain) -> PERSONS.contains(wanted) && PERSONS.contains(plain))
                        .map(name -> key(parameter, outer, name, "both are names of users")))
                .or(() -> pick(shortestFirst, (name, plain) -> isOf(wanted, plain))
                        .or(() -> pick(shortestFirst, (name, plain) -> NAMES.contains(wanted) && isOf(plain, wanted)))
                        .map(name -> key(parameter, outer, name, "the parameter names the item and the property")))
                .or(() -> meant(wanted, exact(parameter, names, shape), shape)
                        .or(() -> meant(wanted, names, shape))
                        .map(name -> key(parameter, outer, name, "the parameter names the item")))
                .or(() -> alike(parameter, names, shape)
                        .map(name -> key(parameter, outer, name, "the parameter and the property have one schema")));
    }

    /** What the last word of a parameter names, such as {@code sha} of {@code file_sha}, if the words before are of nothing else. */
    private Optional<Key> lastWord(String parameter, SchemaShape shape) {
        return WordsOfNames.last(parameter)
                .filter(last -> parameters.size() == 1 && !DESCRIBING.contains(last))
                .flatMap(last -> owned(Noun.plain(parameter), last, scalars(parameter, shape), shape))
                .map(name -> key(parameter, "", name, "the parameter says whose property it is"));
    }

    /** The only property that is written in the very form of the parameter, where that is one of its own. */
    private Optional<String> alike(String parameter, List<String> names, SchemaShape shape) {
        Optional<Node> wanted = parameters
                .getOrDefault(parameter, Optional.empty())
                .map(schema -> schema.node().resolved());
        List<String> alike = names.stream()
                .filter(name -> shape.property(name)
                        .map(property -> property.node().resolved())
                        .filter(found ->
                                wanted.filter(form -> isOneForm(form, found)).isPresent())
                        .isPresent())
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private static boolean isOneForm(Node one, Node other) {
        return one.text("pattern")
                .filter(pattern -> other.text("pattern").filter(pattern::equals).isPresent())
                .isPresent();
    }

    /** Whether a long name is a short one after the noun: {@code shopid} and {@code id}. */
    private boolean isOf(String longer, String shorter) {
        return longer.endsWith(shorter)
                && longer.length() > shorter.length()
                && noun.isMeantBy(longer.substring(0, longer.length() - shorter.length()));
    }

    private Optional<String> meant(String wanted, List<String> names, SchemaShape shape) {
        if (parameters.size() > 1) {
            return noun.isMeantBy(wanted) ? first(names) : Optional.empty();
        }
        if (noun.isMeantBy(wanted)) {
            return first(names);
        }
        return NAMES.stream()
                .flatMap(name -> owned(wanted, name, names, shape).stream())
                .findFirst()
                .or(() ->
                        STAND_INS.stream().anyMatch(ending -> isOf(wanted, ending)) ? first(names) : Optional.empty());
    }

    /** What a parameter calls by a name at its end: the words before are the item, unless it has something else of these. */
    private Optional<String> owned(String wanted, String name, List<String> names, SchemaShape shape) {
        if (wanted.length() <= name.length() || !wanted.endsWith(name)) {
            return Optional.empty();
        }
        String owner = wanted.substring(0, wanted.length() - name.length());
        if (!noun.isMeantBy(owner) && isSomethingElse(owner, shape)) {
            return Optional.empty();
        }
        Optional<String> same = pick(names, (property, plain) -> plain.equals(name));
        return IDENTITIES.contains(name) && noun.isMeantBy(owner)
                ? same.or(() -> pick(names, (property, plain) -> IDENTITIES.contains(plain)))
                : same;
    }

    /** Those of the properties that are written in the very type of the parameter. */
    private List<String> exact(String parameter, List<String> names, SchemaShape shape) {
        Optional<SchemaShape> wanted =
                parameters.getOrDefault(parameter, Optional.empty()).map(shapes::of);
        return names.stream()
                .filter(name -> wanted.isPresent()
                        && shapes.property(shape, name)
                                .filter(found -> found.types().stream().anyMatch(wanted.get()::allows))
                                .isPresent())
                .toList();
    }

    private static Optional<String> first(List<String> names) {
        return NAMES.stream()
                .flatMap(name -> pick(names, (property, plain) -> plain.equals(name)).stream())
                .findFirst();
    }

    /** Whether an item has something that a name means: then the name is not of the item itself. */
    private static boolean isSomethingElse(String owner, SchemaShape shape) {
        return shape.propertyNames().stream().map(Noun::plain).anyMatch(name -> name.startsWith(owner));
    }

    /** One name of several may be that of an object in the item: {@code owner} and {@code /owner/login}. */
    private Optional<Key> ofPart(String parameter, SchemaShape shape) {
        return shapes.property(shape, parameter)
                .filter(SchemaShape::isMeantAsObject)
                .flatMap(part -> PARTS.stream()
                        .filter(part.propertyNames()::contains)
                        .findFirst()
                        .map(name -> key(
                                parameter,
                                Pointers.child("", parameter),
                                name,
                                "the parameter and the property have one name")));
    }

    private Optional<List<Key>> addressed(SchemaShape shape) {
        return ADDRESSES.stream()
                .filter(path -> isText(path, shape))
                .findFirst()
                .map(path -> "/" + String.join("/", path))
                .map(pointer -> parameters.keySet().stream()
                        .map(parameter ->
                                new Key(parameter, Key.Source.URL, pointer, "the item says where it is found"))
                        .toList());
    }

    private boolean isText(List<String> path, SchemaShape shape) {
        SchemaShape here = shape;
        for (String name : path) {
            @Nullable Schema next = here.property(name).orElse(null);
            if (next == null) {
                return false;
            }
            here = shapes.of(next);
        }
        return here.isDeclared() && here.allows(JsonType.STRING);
    }

    private static Key key(String parameter, String outer, String name, String reason) {
        return Key.property(parameter, Pointers.child(outer, name), reason);
    }

    private static Optional<String> pick(List<String> names, BiPredicate<String, String> test) {
        return names.stream().filter(name -> test.test(name, Noun.plain(name))).findFirst();
    }

    /** The properties whose values can stand for the parameter. */
    private List<String> scalars(String parameter, SchemaShape shape) {
        return shape.propertyNames().stream()
                .filter(name -> shape.property(name)
                        .filter(property -> canBe(parameter, property))
                        .isPresent())
                .toList();
    }

    /** The texts in which a number that the parameter wants may be written, where none of the properties is a number. */
    private List<String> writable(String parameter, SchemaShape shape) {
        boolean isNumber = parameters
                .getOrDefault(parameter, Optional.empty())
                .map(shapes::of)
                .filter(SchemaShape::isMeantAsNumber)
                .isPresent();
        return shape.propertyNames().stream()
                .filter(name -> isNumber
                        && shape.property(name).filter(this::isPlainText).isPresent())
                .toList();
    }

    private boolean isPlainText(Schema property) {
        SchemaShape shape = shapes.of(property);
        Node node = property.node().resolved();
        return shape.isDeclared()
                && shape.allows(JsonType.STRING)
                && Stream.of("format", "pattern", "enum", "const")
                        .allMatch(word -> node.get(word).isEmpty())
                && !node.flag("writeOnly");
    }

    /** {@return whether values of a schema can stand for a parameter} */
    boolean canBe(String parameter, Schema value) {
        SchemaShape found = shapes.of(value);
        if (found.isMeantAsArray()
                || found.isMeantAsObject()
                || value.node().resolved().flag("writeOnly")) {
            return false;
        }
        Set<JsonType> types = EnumSet.copyOf(found.types());
        Optional<Schema> wanted = parameters.getOrDefault(parameter, Optional.empty());
        if (wanted.isEmpty() || !found.isDeclared()) {
            return true;
        }
        types.removeAll(EnumSet.of(JsonType.NULL, JsonType.ARRAY, JsonType.OBJECT));
        SchemaShape shape = shapes.of(wanted.get());
        boolean asText = shape.allows(JsonType.STRING) && !isUuid(wanted.get()) && !types.contains(JsonType.BOOLEAN);
        return asText ? !types.isEmpty() : types.stream().anyMatch(shape::allows);
    }

    private static boolean isUuid(Schema schema) {
        return schema.node().resolved().text("format").filter("uuid"::equals).isPresent();
    }
}
