package plumbline.contract.resources;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.PathTemplate;
import plumbline.contract.operation.Schema;

/** Finds operations of a resource that stand on other paths, by what they answer with. */
final class Elsewhere {
    private final List<Operation> operations;
    private final DraftFinder paths;
    private final List<Draft> drafts;

    Elsewhere(List<Operation> operations, DraftFinder paths, List<Draft> drafts) {
        this.operations = operations;
        this.paths = paths;
        this.drafts = drafts;
    }

    /** Joins paths on which the same items are found by another name. */
    void joinItemPaths() {
        for (Draft other : List.copyOf(drafts)) {
            @Nullable Schema schema = other.schema();
            if (schema == null || other.isResource()) {
                continue;
            }
            List<Draft> same = drafts.stream()
                    .filter(draft -> draft != other && draft.isResource() && draft.isOf(schema))
                    .filter(draft -> List.of(draft.item().names(0, draft.own()))
                                    .equals(List.of(other.item().names(0, other.own())))
                            && draft.names().stream().noneMatch(other.names()::contains))
                    .toList();
            if (same.size() == 1) {
                other.keysOf(same.get(0).noun()).find(schema).ifPresent(keys -> {
                    same.get(0).join(other, keys);
                    drafts.remove(other);
                });
            }
        }
    }

    /** The operations that have a part by now; what is added for one of them takes none from another. */
    private Set<Operation> placed() {
        return drafts.stream().flatMap(Draft::placed).collect(Collectors.toSet());
    }

    /** Adds lists of items, and creations beside them. */
    void addLists() {
        Set<Operation> placed = placed();
        for (Operation operation : operations) {
            if ("GET".equals(operation.method()) && !placed.contains(operation)) {
                addList(operation);
            }
        }
    }

    private void addList(Operation operation) {
        @Nullable Schema answer = Messages.answered(operation).orElse(null);
        if (answer == null) {
            return;
        }
        PathShape path = PathShape.of(operation.template());
        Set<Node> kinds = ListFinder.kindsOfElements(paths.shapes(), answer);
        List<Draft> listed = drafts.stream()
                .filter(draft -> draft.isOf(kinds) && reaches(path, draft))
                .filter(draft -> listed(draft, answer).isPresent())
                .toList();
        if (listed.size() != 1) {
            return;
        }
        Draft draft = listed.get(0);
        Showing showing = listed(draft, answer).orElseThrow();
        draft.add(new Member(operation, Role.LIST, showing, List.of(), "its elements are what reading an item gives"));
        if (!draft.plays(Role.CREATE) && !draft.hasCollection()) {
            paths.on(path).stream()
                    .filter(post -> "POST".equals(post.method()))
                    .findFirst()
                    .flatMap(post -> DraftFinder.creation(draft, post, "it is on the path that lists the items"))
                    .ifPresent(draft::add);
        }
        draft.isIn(operation.template().toString());
    }

    /** Whether a path names all that an item's path names beyond the item itself. */
    private static boolean reaches(PathShape path, Draft draft) {
        int outer = draft.own();
        while (outer > 0 && !draft.item().isParameter(outer - 1)) {
            outer--;
        }
        return draft.item().prefix(outer).isPrefixOf(path);
    }

    private static Optional<Showing> listed(Draft draft, Schema answer) {
        return named(draft, answer)
                .filter(showing -> draft.shapes()
                        .elements(answer, showing.pointer())
                        .filter(draft::isOf)
                        .isPresent());
    }

    /** How an answer shows a list of what a draft calls by name, whatever else it shows of it. */
    private static Optional<Showing> named(Draft draft, Schema answer) {
        return draft.lists()
                .list(answer)
                .filter(showing -> showing.shape() == Showing.Shape.ARRAY
                        && !showing.keys().isEmpty());
    }

    /** Adds creations whose answer is an item. */
    void addCreations() {
        Set<Operation> placed = placed();
        for (Operation operation : operations) {
            if ("POST".equals(operation.method())
                    && operation.response("201").isPresent()
                    && !placed.contains(operation)) {
                addCreation(operation);
            }
        }
    }

    private void addCreation(Operation operation) {
        @Nullable Schema answer = Messages.answered(operation).orElse(null);
        if (answer == null) {
            return;
        }
        PathShape path = PathShape.of(operation.template());
        Set<Node> kinds = ListFinder.kindsOfItems(paths.shapes(), answer);
        List<Draft> made = drafts.stream()
                .filter(draft -> draft.isOf(kinds)
                        && reaches(path, draft)
                        && !draft.item().isPrefixOf(path))
                .filter(draft -> draft.isOf(draft.lists().itemOf(answer)))
                .toList();
        if (made.size() == 1) {
            DraftFinder.creation(made.get(0), operation, "it answers with what reading an item gives")
                    .filter(member -> member.answer() != null)
                    .ifPresent(made.get(0)::add);
        }
    }

    /** Adds lists on the paths where items are created, which may show less of an item than reading one does. */
    void addListsOfCreated() {
        Set<Operation> placed = placed();
        for (Draft draft : drafts) {
            List<PathTemplate> creations = draft.members().stream()
                    .filter(member -> member.role() == Role.CREATE
                            && "POST".equals(member.operation().method()))
                    .map(member -> member.operation().template())
                    .toList();
            operations.stream()
                    .filter(operation -> "GET".equals(operation.method())
                            && !placed.contains(operation)
                            && creations.contains(operation.template()))
                    .forEach(operation -> Messages.answered(operation)
                            .flatMap(answer -> named(draft, answer))
                            .ifPresent(showing -> draft.add(new Member(
                                    operation, Role.LIST, showing, List.of(), "items are created on its path"))));
        }
    }

    /** Adds what is done with an item on a path below its own. */
    void addActs() {
        Set<Operation> placed = placed();
        for (Operation operation : operations) {
            PathShape path = PathShape.of(operation.template());
            boolean isAct = "POST".equals(operation.method())
                    && path.size() > 1
                    && !path.endsInParameter()
                    && paths.on(path).stream().noneMatch(other -> "GET".equals(other.method()))
                    && !placed.contains(operation);
            if (isAct) {
                drafts.stream()
                        .filter(draft -> draft.item()
                                .anonymous()
                                .equals(path.prefix(path.size() - 1).anonymous()))
                        .findFirst()
                        .ifPresent(draft -> draft.add(new Member(
                                operation, Role.ACT, null, List.of(), "it is below the item path, and no collection")));
            }
        }
    }
}
