package plumbline.conformance.stories;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.PathTemplate;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.resources.Key;
import plumbline.contract.resources.Member;
import plumbline.contract.resources.Resource;
import plumbline.contract.resources.Resources;
import plumbline.contract.resources.Role;
import plumbline.contract.resources.Showing;
import plumbline.json.jackson.databind.JsonNode;

/**
 * A kind of items that can be created and read by path: POST /books and GET /books/{isbn}, POST /silences and
 * GET /silence/{id}, or PUT /shelves/{name}, where the client chooses the path.
 *
 * @param creation the operation that creates one, and what it is told and tells of the item's name
 * @param read the operation that reads one
 * @param of the resource that it is a kind of
 */
public record CreatableKind(Member creation, Operation read, Resource of) {
    /** {@return the kinds among the resources of a contract} */
    public static List<CreatableKind> of(Resources resources) {
        List<CreatableKind> kinds = new ArrayList<>();
        for (Resource resource : resources.all()) {
            Optional<Operation> read = resource.first(Role.READ).map(Member::operation);
            List<Member> posts = creations(resource, "POST");
            boolean isNamedByOne = resource.itemPath().parameters().size() == 1;
            List<Member> all = posts.isEmpty() ? creations(resource, "PUT") : isNamedByOne ? posts : List.of();
            all.forEach(member -> read.ifPresent(found -> kinds.add(new CreatableKind(member, found, resource))));
        }
        return kinds;
    }

    private static List<Member> creations(Resource resource, String method) {
        return resource.all(Role.CREATE).stream()
                .filter(member -> member.operation().method().equals(method))
                .toList();
    }

    /** {@return whether an item is created by putting it on a path that the client chooses} */
    public boolean isPlaced() {
        return "PUT".equals(create().method());
    }

    /** {@return whether one operation is on the items of the collection that another one is on} */
    public static boolean isItemOf(Operation collection, Operation item) {
        PathTemplate outer = collection.template();
        PathTemplate inner = item.template();
        List<String> names = inner.names();
        return !names.isEmpty() && inner.stem().equals(outer.stem() + "/{" + names.get(names.size() - 1) + "}");
    }

    /**
     * {@return the path of an item of a collection}
     *
     * @param collection an operation on the collection
     * @param path the path of that, as it is sent
     * @param item an operation on items of it
     * @param name what names the item there
     */
    public static String itemPath(Operation collection, String path, Operation item, String name) {
        return collection.template().stem(path) + "/" + PercentCoding.encode(name)
                + item.template().ending();
    }

    /** {@return the operation that creates an item} */
    public Operation create() {
        return creation.operation();
    }

    /** {@return the name of the parameter that names an item} */
    String idName() {
        return lastName(read);
    }

    /** {@return the name of the last parameter in the path of an operation on items} */
    public static String lastName(Operation item) {
        List<String> names = item.template().names();
        return names.get(names.size() - 1);
    }

    /** {@return the properties that hold what names an item, as far as the contract says so} */
    List<String> namedBy() {
        return namePointers().stream()
                .map(Pointers::tokens)
                .filter(tokens -> tokens.size() == 1)
                .map(tokens -> tokens.get(0))
                .toList();
    }

    /** {@return the places in messages that hold what names an item, as far as the contract says so; it may stand in an envelope} */
    List<String> namePointers() {
        List<String> envelopes = Stream.concat(
                        Stream.of(""),
                        of.members().stream()
                                .flatMap(member -> member.showing().stream())
                                .filter(showing -> showing.shape() == Showing.Shape.ITEM)
                                .map(Showing::pointer))
                .distinct()
                .toList();
        return Stream.concat(of.keys().stream(), creation.sent().stream())
                .filter(key ->
                        key.source() == Key.Source.PROPERTY && key.parameter().equals(idName()))
                .flatMap(key -> envelopes.stream().map(envelope -> envelope + key.pointer()))
                .distinct()
                .toList();
    }

    /** {@return the names of properties that may hold what names an item, the likeliest first} */
    public Set<String> keyNames() {
        Set<String> names = new LinkedHashSet<>(namedBy());
        names.add(idName());
        names.add("id");
        return names;
    }

    /** {@return the operation on items with this method} */
    public Optional<Operation> onItem(String method) {
        return of.members().stream()
                .map(Member::operation)
                .filter(operation -> operation.method().equals(method)
                        && operation.template().isSameAs(read.template()))
                .findFirst();
    }

    /** {@return the operation that lists items: beside the creation, or on a path that names nothing} */
    public Optional<Operation> list() {
        List<Operation> lists = of.all(Role.LIST).stream()
                .map(Member::operation)
                .filter(operation -> "GET".equals(operation.method()))
                .toList();
        return lists.stream()
                .filter(this::isBeside)
                .findFirst()
                .or(() -> lists.stream()
                        .filter(operation -> operation.template().names().isEmpty())
                        .findFirst());
    }

    /** {@return whether an operation is on the collection in which items are created} */
    boolean isBeside(Operation list) {
        return list.template().equals(create().template()) || isPlaced() && isItemOf(list, read);
    }

    /** {@return where the answer to reading shows the item; empty if nothing stands around it} */
    String place() {
        return of.members().stream()
                .filter(member -> member.operation().equals(read))
                .flatMap(member -> place(member).stream())
                .findFirst()
                .orElse("");
    }

    /** {@return where the answer of an operation shows an item; nothing if it shows none, or several} */
    public static Optional<String> place(Member member) {
        return member.showing()
                .filter(showing -> showing.shape() == Showing.Shape.ITEM)
                .map(Showing::pointer);
    }

    /** {@return the item in a message of this kind, without what stands around it; the whole if nothing does} */
    JsonNode item(JsonNode body) {
        return at(place(), body);
    }

    /** {@return the item in the answer to its creation} */
    JsonNode created(JsonNode body) {
        return place(creation).map(place -> at(place, body)).orElse(body);
    }

    /** {@return the item at a place in a body; the whole if there is none} */
    static JsonNode at(String place, JsonNode body) {
        JsonNode item = body.at(place);
        return item.isObject() ? item : body;
    }

    /** {@return the schemas of the item in successful answers to reading} */
    Stream<Schema> itemSchemas() {
        return readSchemas().flatMap(body -> SchemaShape.at(body, place()).stream());
    }

    /** {@return the schemas of successful answers to reading} */
    Stream<Schema> readSchemas() {
        return read.responses().stream()
                .filter(ResponseSpec::isSuccess)
                .map(ResponseSpec::content)
                .flatMap(List::stream)
                .flatMap(type -> Optional.ofNullable(type.schema()).stream());
    }

    /** {@return the schemas of what an operation takes} */
    static Stream<Schema> requestSchemas(Operation operation) {
        RequestBodySpec body = operation.body();
        List<MediaTypeSpec> content = body == null ? List.of() : body.content();
        return content.stream().flatMap(type -> Optional.ofNullable(type.schema()).stream());
    }
}
