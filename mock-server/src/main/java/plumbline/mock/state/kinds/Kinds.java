package plumbline.mock.state.kinds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.Contract;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.PathTemplate;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;
import plumbline.contract.operation.Style;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.resources.ItemAddress;
import plumbline.contract.resources.Key;
import plumbline.contract.resources.Member;
import plumbline.contract.resources.Resource;
import plumbline.contract.resources.Resources;
import plumbline.contract.resources.Role;
import plumbline.contract.resources.Showing;
import plumbline.mock.state.ItemKind;

/** The kinds of items that can be kept for a contract, by the operations on them. */
public final class Kinds {
    private final Map<Operation, Membership> memberships = new LinkedHashMap<>();
    private final OperationsByPath operations;
    private final NamePlaces named;
    private final Map<ItemKind, LivingKind> byStored = new LinkedHashMap<>();

    private Kinds(OperationsByPath operations, NamePlaces named) {
        this.operations = operations;
        this.named = named;
    }

    /** {@return the kinds of a contract} */
    public static Kinds of(Contract contract) {
        Resources resources = Resources.of(contract);
        Kinds kinds = new Kinds(new OperationsByPath(contract.operations()), NamePlaces.of(resources));
        IdentityHashMap<Resource, LivingKind> made = new IdentityHashMap<>();
        resources.all().stream()
                .sorted(Comparator.comparingInt(resource -> resource.ancestors().size()))
                .forEach(resource -> kinds.add(resource, made));
        new Singletons(contract, kinds).find();
        return kinds;
    }

    /** {@return the part that an operation plays} */
    public Optional<Membership> membership(Operation operation) {
        return Optional.ofNullable(memberships.get(operation));
    }

    /** {@return where in its answer an operation says each parameter of its path: under its name, if nothing is known} */
    public Map<String, String> places(Operation operation) {
        Map<String, String> places = new LinkedHashMap<>();
        operation.template().names().forEach(name -> places.put(name, Pointers.child("", name)));
        places.putAll(named.of(operation));
        return places;
    }

    /** {@return the kind that is stored so} */
    public LivingKind of(ItemKind stored) {
        LivingKind kind = byStored.get(stored);
        if (kind == null) {
            throw new IllegalArgumentException(stored.path());
        }
        return kind;
    }

    /** {@return the kinds} */
    public List<LivingKind> all() {
        return List.copyOf(byStored.values());
    }

    /** {@return the operations with the parts that they play} */
    public List<Membership> members(LivingKind kind) {
        return memberships.values().stream()
                .filter(member -> member.kind().stored().equals(kind.stored()))
                .toList();
    }

    void add(LivingKind kind) {
        byStored.put(kind.stored(), kind);
    }

    void add(Membership membership) {
        memberships.putIfAbsent(membership.operation(), membership);
    }

    private void add(Resource resource, IdentityHashMap<Resource, LivingKind> made) {
        ItemAddress address = resource.itemPath();
        List<String> names = address.template().names();
        int scopeSize = names.size() - address.parameters().size();
        boolean isPlain = scopeSize >= 0
                && names.subList(scopeSize, names.size()).equals(address.parameters())
                && resource.members().stream().map(Member::operation).allMatch(Kinds::hasPlainPath);
        if (!isPlain) {
            return;
        }
        List<Schema> views = views(resource);
        if (views.isEmpty() || !SchemaShape.of(views.get(0)).isMeantAsObject()) {
            return;
        }
        @Nullable
        ItemKind parent = resource.ancestors().stream()
                .flatMap(outer -> Stream.ofNullable(made.get(outer)))
                .filter(LivingKind::isNamed)
                .map(LivingKind::stored)
                .filter(outer -> outer.scopeSize() + outer.keySize() <= scopeSize)
                .findFirst()
                .orElse(null);
        LivingKind kind = new LivingKind(
                new ItemKind(resource.path(), parent, scopeSize, names.size() - scopeSize, false),
                address.template(),
                keys(resource),
                views.get(0),
                views,
                resource.members().stream().map(Member::operation).distinct().toList(),
                within(resource, address.template()),
                resource.tellsNames());
        made.put(resource, kind);
        add(kind);
        resource.members().forEach(member -> add(kind, member, resource));
    }

    /** The operations on an item, or on what is part of one, but those whose paths have something else in the place of its name. */
    private List<Operation> within(Resource resource, PathTemplate item) {
        Optional<Operation> onItem = resource.members().stream()
                .map(Member::operation)
                .filter(operation -> operation.template().isSameAs(item))
                .findFirst();
        return operations.within(item).stream()
                .filter(operation -> onItem.filter(operation::listsNamesOf).isEmpty())
                .toList();
    }

    private static boolean hasPlainPath(Operation operation) {
        return operation.parameters(Parameter.In.PATH).stream()
                .allMatch(parameter ->
                        parameter.content() == null && parameter.layout().style() == Style.SIMPLE);
    }

    private void add(LivingKind kind, Member member, Resource resource) {
        Operation operation = member.operation();
        int values = operation.template().names().size();
        boolean isOnItem =
                resource.items().stream().anyMatch(item -> operation.template().isSameAs(item.template()));
        int wanted = kind.stored().scopeSize() + (isOnItem ? kind.stored().keySize() : 0);
        boolean mayCreate =
                isOnItem && resource.membersOf(operation).stream().anyMatch(other -> other.role() == Role.CREATE);
        boolean isPutForCreation = member.role() == Role.CREATE && isOnItem;
        boolean isElsewhere = (member.role() == Role.CREATE || member.role() == Role.LIST)
                && !isOnItem
                && values > wanted
                && operation.template().toString().startsWith(scope(kind));
        if ((values == wanted || isElsewhere) && member.role() != Role.ACT) {
            add(new Membership(
                    kind,
                    operation,
                    isPutForCreation ? Role.REPLACE : member.role(),
                    mayCreate,
                    member.answer(),
                    member.sent()));
        }
    }

    /** The beginning of the paths of items up to the last value that names their collection. */
    private static String scope(LivingKind kind) {
        List<String> names = kind.scopeNames();
        String path = kind.item().toString();
        return names.isEmpty() ? "" : path.substring(0, path.indexOf("{" + names.get(names.size() - 1) + "}") + 1);
    }

    /** The schemas of an item, that of reading one first. */
    private static List<Schema> views(Resource resource) {
        List<Schema> views = new ArrayList<>();
        for (Role role : List.of(Role.READ, Role.LIST, Role.CREATE, Role.REPLACE, Role.CHANGE)) {
            for (Member member : resource.all(role)) {
                @Nullable Showing showing = member.answer();
                if (showing != null && showing.shape() != Showing.Shape.IDS) {
                    member.operation().responses().stream()
                            .filter(ResponseSpec::isSuccess)
                            .flatMap(spec -> ItemView.of(spec, showing).stream())
                            .map(ItemView::item)
                            .filter(schema -> views.stream().noneMatch(known -> isSame(known, schema)))
                            .forEach(views::add);
                }
            }
        }
        return views;
    }

    /** Whether two schemas say the same, as one only refers to the other, or both to a third one. */
    private static boolean isSame(Schema one, Schema other) {
        return meant(one.node()).equals(meant(other.node()))
                && DynamicScope.of(one.node()).equals(DynamicScope.of(other.node()));
    }

    private static Node meant(Node schema) {
        boolean refersOnly = schema.isReference() && schema.value().size() == 1;
        return refersOnly ? schema.text("$ref").map(schema::target).orElse(schema) : schema;
    }

    /** Where names stand: in what answers show, or else in what creates an item. */
    private static List<Key> keys(Resource resource) {
        List<Key> keys = new ArrayList<>();
        Stream<Key> shown = Stream.of(Role.READ, Role.CREATE, Role.LIST)
                .flatMap(role -> resource.all(role).stream())
                .flatMap(member -> member.showing().stream())
                .flatMap(showing -> showing.keys().stream());
        Stream<Key> sent = resource.all(Role.CREATE).stream().flatMap(member -> member.sent().stream());
        Stream.of(shown, resource.keys().stream(), sent)
                .flatMap(found -> found)
                .filter(key -> key.source() == Key.Source.PROPERTY || key.source() == Key.Source.URL)
                .filter(key ->
                        keys.stream().noneMatch(known -> known.parameter().equals(key.parameter())))
                .forEach(keys::add);
        return keys;
    }
}
