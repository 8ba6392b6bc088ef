package plumbline.contract.mending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Document;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;
import plumbline.contract.mending.fault.Fault;
import plumbline.contract.mending.fault.Move;
import plumbline.contract.mending.fault.Tree;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Mends a document, round by round: each reading tells faults that the one before could not see. A fault that no rule
 * understands, or that is still there after one was applied, is left out with the value that it stands in, then with what is
 * around that.
 */
public final class Mender {
    /** What a rule has mended may be lost with what another fault in the same place leaves out. */
    private static final int MOST_RULED = 2;

    /** Where whole operations are lost with what stands there. */
    private static final String OPERATIONS = "/paths/[^/]+(/[^/]+)?";

    private final Map<String, Mending> mendings = new LinkedHashMap<>();
    private final Map<Problem, Integer> attempts = new HashMap<>();
    private final Map<String, List<Move>> moves = new HashMap<>();
    private final Set<Place> touched = new HashSet<>();
    private boolean leavesOutOperations;

    /**
     * {@return the document without what is told of it here; nothing if nothing can be done about that}
     *
     * @param document the document that reading starts with
     * @param problems what reading has told of it
     */
    public Optional<Document> mended(Document document, List<Problem> problems) {
        Map<String, Tree> trees = new HashMap<>();
        boolean isAnything = false;
        for (Problem problem : problems) {
            @Nullable Document holder = document.named(problem.place().file()).orElse(null);
            if (holder != null) {
                isAnything |= mend(problem, holder, trees);
            }
        }
        if (!isAnything) {
            return Optional.empty();
        }
        Map<String, Document.Amendment> amendments = new HashMap<>();
        trees.forEach((name, tree) -> {
            List<Move> made = tree.moves();
            amendments.put(name, new Document.Amendment(tree.root(), pointer -> Move.original(made, pointer)));
        });
        return Optional.of(document.amended(amendments));
    }

    private boolean mend(Problem problem, Document holder, Map<String, Tree> trees) {
        if (QueryInPath.isToldBy(problem)) {
            note("it is served so", problem);
            return false;
        }
        Tree tree = trees.get(holder.name());
        String pointer = Move.current(
                Stream.concat(
                                moves.getOrDefault(holder.name(), List.of()).stream(),
                                tree == null ? Stream.of() : tree.moves().stream())
                        .toList(),
                problem.place().pointer());
        boolean isError = problem.severity() == Problem.Severity.ERROR;
        if (!isError && !Rules.mayMend(problem) || pointer.isEmpty() || "/paths".equals(pointer)) {
            return false;
        }
        Tree mine = trees.computeIfAbsent(
                holder.name(), name -> new Tree(holder.root().value()));
        Optional<JsonNode> value = mine.at(pointer);
        if (value.isEmpty()) {
            // Mended or left out with what was around it, in this round.
            return !isError;
        }
        Fault fault = new Fault(problem, pointer, value.get(), holder.root(), mine);
        int moved = mine.moves().size();
        boolean isDone = mend(fault);
        if (mine.moves().size() > moved) {
            List<Move> all = new ArrayList<>(moves.getOrDefault(holder.name(), List.of()));
            all.addAll(mine.moves().subList(moved, mine.moves().size()));
            moves.put(holder.name(), all);
        }
        return isDone;
    }

    private boolean mend(Fault fault) {
        int attempt = attempts.merge(fault.problem(), 1, Integer::sum);
        if (attempt <= MOST_RULED) {
            Optional<String> done = Rules.mend(fault);
            done.ifPresent(text -> note(text, fault.problem()));
            if (done.isPresent()) {
                leavesOutOperations |= fault.pointer().matches(OPERATIONS);
                return true;
            }
        }
        return fault.isError() && leaveOut(fault, Math.max(0, attempt - MOST_RULED - 1));
    }

    private boolean leaveOut(Fault fault, int level) {
        String pointer = fault.pointer();
        for (int i = 0; i < level; i++) {
            pointer = Tree.parent(pointer);
        }
        if (pointer.isEmpty() || "/paths".equals(pointer)) {
            return false;
        }
        fault.tree().leaveOut(pointer);
        leavesOutOperations |= pointer.matches(OPERATIONS);
        note("that is left out" + (level == 0 ? "" : " with all of #" + pointer), fault.problem());
        return true;
    }

    private void note(String done, Problem problem) {
        touched.add(problem.place());
        mendings.merge(kind(done, problem), Mending.of(problem, done), Mending::and);
    }

    /** What is said of names and values differs from fault to fault of a kind. */
    private static String kind(String done, Problem problem) {
        return problem.topic()
                + done
                + problem.message().replaceAll("'[^']*'|\"[^\"]*\"|/\\S*|(?<= query )\\S+|[0-9]+", "");
    }

    /** {@return whether whole operations or paths may have been left out} */
    public boolean leavesOutOperations() {
        return leavesOutOperations;
    }

    /** {@return one warning for each kind of fault that was mended} */
    public List<Problem> warnings() {
        return mendings.values().stream().map(Mending::warning).toList();
    }

    /** {@return those of these problems that are not about what was mended} */
    public List<Problem> untouched(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> !touched.contains(problem.place()))
                .toList();
    }
}
