package plumbline.contract.resources;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;

/**
 * A collection and its items.
 *
 * @param path the path template of the collection, or of the items where no operation is on the collection
 * @param items the paths on which an item is found, at least one, the principal one first
 * @param parent the resource that an item of this one is part of; null if there is none
 * @param keys what names an item in its collection, as far as it is known where that stands
 * @param members its operations, each with the role that it plays; one may play two
 */
public record Resource(
        String path, List<ItemAddress> items, @Nullable Resource parent, List<Key> keys, List<Member> members) {
    public Resource {
        items = List.copyOf(items);
        keys = List.copyOf(keys);
        members = List.copyOf(members);
    }

    /** {@return the members that play a role, in the order in which they were found} */
    public List<Member> all(Role role) {
        return members.stream().filter(member -> member.role() == role).toList();
    }

    /** {@return the first member that plays a role} */
    public Optional<Member> first(Role role) {
        return members.stream().filter(member -> member.role() == role).findFirst();
    }

    /** {@return the path on which an item is found} */
    public ItemAddress itemPath() {
        return items.get(0);
    }

    /** {@return the part that an operation plays, once for each role} */
    public List<Member> membersOf(Operation operation) {
        return members.stream()
                .filter(member -> member.operation().equals(operation))
                .toList();
    }

    /** {@return the parameters of the item path that name the item itself} */
    public List<String> keyNames() {
        return items.stream()
                .flatMap(path -> path.parameters().stream())
                .distinct()
                .toList();
    }

    /** {@return whether clients can learn how an item is called: from what lists or creates some, or from an example} */
    public boolean tellsNames() {
        return members.stream().anyMatch(Member::tellsNames)
                || members.stream()
                        .flatMap(member -> member.operation().parameters(Parameter.In.PATH).stream())
                        .anyMatch(parameter -> keyNames().contains(parameter.name()) && hasExample(parameter));
    }

    private static boolean hasExample(Parameter parameter) {
        return !parameter.examples().isEmpty()
                || parameter
                        .valueSchema()
                        .map(schema -> schema.node().resolved())
                        .filter(schema -> schema.get("example").isPresent()
                                || !schema.items("examples").isEmpty())
                        .isPresent();
    }

    /** {@return its parents, the nearest first} */
    public List<Resource> ancestors() {
        return Stream.<@Nullable Resource>iterate(
                        parent, next -> next != null, next -> next == null ? null : next.parent)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** {@return the path} */
    @Override
    public String toString() {
        return path;
    }
}
