package plumbline.mock.state.kinds;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.PathTemplate;
import plumbline.contract.operation.Schema;
import plumbline.contract.resources.Key;
import plumbline.mock.state.ItemKind;

/**
 * A kind of items, with all that the contract says of them.
 *
 * @param stored what they are stored as
 * @param item the path of one
 * @param keys where the values that name one stand in it, as far as that is known
 * @param schema the schema of one, as reading it shows it
 * @param views the schemas of one in all the answers that show it, that of reading it first
 * @param operations the operations on it
 * @param within the operations on one, and on what is part of one
 * @param isNamed whether clients are told how items are called, so that they need not ask for any name
 */
public record LivingKind(
        ItemKind stored,
        PathTemplate item,
        List<Key> keys,
        Schema schema,
        List<Schema> views,
        List<Operation> operations,
        List<Operation> within,
        boolean isNamed) {
    public LivingKind {
        keys = List.copyOf(keys);
        views = List.copyOf(views);
        operations = List.copyOf(operations);
        within = List.copyOf(within);
    }

    /** {@return the names of the parameters that name the collection} */
    public List<String> scopeNames() {
        return item.names().subList(0, stored.scopeSize());
    }

    /** {@return the names of the parameters that name an item in its collection} */
    public List<String> keyNames() {
        return item.names().subList(stored.scopeSize(), item.names().size());
    }

    /** {@return where a part of the key stands; null if it stands nowhere in the item} */
    public @Nullable Key key(String name) {
        return keys.stream()
                .filter(key -> key.parameter().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** {@return whether a property at the top of an item says how it is named} */
    boolean isNamedBy(String property) {
        String pointer = Pointers.child("", property);
        return keys.stream()
                .anyMatch(key ->
                        key.source() == Key.Source.PROPERTY && key.pointer().equals(pointer));
    }

    /** {@return the parameters of this name in the paths of items; that of a list may mean the owner of its items} */
    public List<Parameter> parameters(String name) {
        return operations.stream()
                .filter(operation -> isAbove(item, operation.template()))
                .flatMap(operation -> operation.parameters(Parameter.In.PATH).stream())
                .filter(parameter -> parameter.name().equals(name))
                .toList();
    }

    /** {@return the parameters that stand in the place of this one in the paths of items, and of what is part of them} */
    public List<Parameter> parametersWithin(String name) {
        int index = item.names().indexOf(name);
        return within.stream()
                .flatMap(operation -> operation.parameters(Parameter.In.PATH).stream()
                        .filter(parameter -> parameter
                                .name()
                                .equals(operation.template().names().get(index))))
                .toList();
    }

    /** {@return the operations that read the whole collection} */
    public List<Operation> lists() {
        return operations.stream()
                .filter(operation -> "GET".equals(operation.method())
                        && stored.keySize() > 0
                        && operation.template().names().size() == stored.scopeSize())
                .toList();
    }

    /** {@return whether a path is that of an item, or of what is part of one} */
    static boolean isAbove(PathTemplate item, PathTemplate path) {
        return path.shape().equals(item.shape()) || item.isAbove(path);
    }

    /** {@return the path of an item below the base path} */
    public String path(List<String> scope, List<String> key) {
        return item.expand(Stream.concat(scope.stream(), key.stream()).toList());
    }
}
