package plumbline.contract.resources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.operation.Operation;

/**
 * The resources of a contract: which operations list, create, read, replace, change and remove the same items, and what
 * names one. Found are only relations for which the document speaks; each says what that is.
 */
public final class Resources {
    private final List<Resource> all;
    private final Map<Operation, List<Resource>> byOperation;
    private final List<ItemPath> itemPaths;
    private final Map<Operation, List<Binding>> bindings = new ConcurrentHashMap<>();

    Resources(List<Resource> all) {
        this.all = List.copyOf(all);
        this.byOperation = byOperation(this.all);
        this.itemPaths = this.all.stream()
                .flatMap(resource -> resource.items().stream().map(item -> ItemPath.of(resource, item)))
                .toList();
    }

    private static Map<Operation, List<Resource>> byOperation(List<Resource> all) {
        Map<Operation, List<Resource>> byOperation = new HashMap<>();
        for (Resource resource : all) {
            resource.members().stream()
                    .map(Member::operation)
                    .distinct()
                    .forEach(operation -> byOperation
                            .computeIfAbsent(operation, first -> new ArrayList<>())
                            .add(resource));
        }
        byOperation.replaceAll((operation, resources) -> List.copyOf(resources));
        return byOperation;
    }

    /**
     * A path on which an item of a resource is found.
     *
     * @param shape the path, to the end of the item
     * @param own the position of the first segment that names the item itself
     */
    private record ItemPath(Resource resource, ItemAddress item, PathShape shape, int own) {
        static ItemPath of(Resource resource, ItemAddress item) {
            PathShape shape = PathShape.of(item.template());
            int own = shape.size();
            while (own > 0
                    && shape.names(own, shape.size()).size() < item.parameters().size()) {
                own--;
            }
            return new ItemPath(resource, item, shape, own);
        }
    }

    /** {@return the resources, in the order in which their item paths stand in the document} */
    public List<Resource> all() {
        return all;
    }

    /** {@return the resources of nothing} */
    public static Resources none() {
        return new Resources(List.of());
    }

    /** {@return the resources of a contract} */
    public static Resources of(Contract contract) {
        List<Operation> operations = contract.operations();
        DraftFinder paths = new DraftFinder(operations);
        List<Draft> drafts = new ArrayList<>(paths.drafts());
        Elsewhere elsewhere = new Elsewhere(operations, paths, drafts);
        elsewhere.joinItemPaths();
        elsewhere.addLists();
        elsewhere.addCreations();
        elsewhere.addListsOfCreated();
        new LinkReader(operations, drafts).read();
        elsewhere.joinItemPaths();
        drafts.removeIf(draft -> !draft.isResource());
        elsewhere.addActs();
        return new Resources(resources(drafts));
    }

    /** Parents are made before what is below them. */
    private static List<Resource> resources(List<Draft> drafts) {
        Map<List<String>, Resource> made = new HashMap<>();
        drafts.stream()
                .sorted(Comparator.comparingInt(draft -> draft.item().size()))
                .forEach(draft -> made.put(draft.item().anonymous(), draft.resource(parent(draft, made))));
        return drafts.stream()
                .map(draft -> made.get(draft.item().anonymous()))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** The nearest resource above, by the paths of items, each of which has one draft. */
    private static @Nullable Resource parent(Draft draft, Map<List<String>, Resource> made) {
        for (int length = draft.own(); length > 0; length--) {
            @Nullable Resource outer = made.get(draft.item().anonymous().subList(0, length));
            if (outer != null) {
                return outer;
            }
        }
        return null;
    }

    /** {@return the resources in which an operation plays a part} */
    public List<Resource> with(Operation operation) {
        return byOperation.getOrDefault(operation, List.of());
    }

    /** {@return the resource that an operation plays a role of} */
    public Optional<Resource> with(Operation operation, Role role) {
        return with(operation).stream()
                .filter(resource -> resource.membersOf(operation).stream().anyMatch(member -> member.role() == role))
                .findFirst();
    }

    /** {@return what the path parameters of an operation name, from the left to the right; some may name nothing known} */
    public List<Binding> bindings(Operation operation) {
        return bindings.computeIfAbsent(operation, this::bound);
    }

    private List<Binding> bound(Operation operation) {
        PathShape path = PathShape.of(operation.template());
        List<Binding> bound = new ArrayList<>();
        for (ItemPath known : itemPaths) {
            if (known.shape().isPrefixOf(path)) {
                List<String> names = path.names(known.own(), known.shape().size());
                List<String> parameters = known.item().parameters();
                for (int i = 0; i < Math.min(names.size(), parameters.size()); i++) {
                    bound.add(new Binding(names.get(i), known.resource(), parameters.get(i)));
                }
            }
        }
        bound.sort(
                Comparator.comparingInt(binding -> operation.template().names().indexOf(binding.parameter())));
        return List.copyOf(bound);
    }

    /** {@return what was found and why, for people to read, line by line} */
    public List<String> lines() {
        return all.stream()
                .flatMap(resource -> ResourceText.lines(resource).stream())
                .toList();
    }
}
