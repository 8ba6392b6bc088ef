package plumbline.contract.inspection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.PathTemplate;

/** Looks at paths: can requests have them, and are they told apart. */
public final class PathInspector {
    private final Problems problems;

    public PathInspector(Problems problems) {
        this.problems = problems.about(Topic.PATH);
    }

    public void check(String path, Node item) {
        PathTemplate template = new PathTemplate(path);
        if (hasBraces(template.shape().replace("{}", "")) || path.contains("{}")) {
            problems.error(item, "the braces in the path " + path + " hold no name", "write {name} within one segment");
        }
        if (new HashSet<>(template.names()).size() < template.names().size()) {
            problems.error(item, "the path " + path + " names a parameter twice", "give each its own name");
        }
        if (!template.path().equals(path)) {
            String query = template.query(Map.of());
            problems.warning(
                    item,
                    "no request can have the path " + path + ": a path ends before '?' and '#'; it is taken for "
                            + template.path() + (query.isEmpty() ? "" : " with the query " + query),
                    "describe a query by 'parameters'");
        }
    }

    private static boolean hasBraces(String text) {
        return text.indexOf('{') >= 0 || text.indexOf('}') >= 0;
    }

    /** Looks at what operations have in common that only one of them can have. */
    public void checkTogether(List<Operation> operations) {
        checkIds(operations);
        checkTemplates(operations);
        checkFullPaths(operations);
        new AmbiguousPaths(problems).check(operations);
    }

    private void checkFullPaths(List<Operation> operations) {
        Map<String, Operation> seen = new HashMap<>();
        for (Operation operation : operations) {
            for (String base : operation.basePaths()) {
                String full =
                        operation.method() + " " + base + operation.template().shape();
                Operation first = seen.putIfAbsent(full, operation);
                if (first != null
                        && !first.template().shape().equals(operation.template().shape())) {
                    problems.about(Topic.PATH_COLLISION)
                            .warning(
                                    operation.node(),
                                    "every request for " + operation.title() + " under '" + base + "' is taken by "
                                            + first.title() + ", which has the same path there",
                                    "give one of them other servers or another path");
                }
            }
        }
    }

    private void checkIds(List<Operation> operations) {
        Map<String, Operation> seen = new HashMap<>();
        for (Operation operation : operations) {
            Operation first = seen.putIfAbsent(operation.id(), operation);
            if (first != null) {
                problems.about(Topic.OPERATION_ID)
                        .error(
                                operation.node(),
                                "the operationId '" + operation.id() + "' is also that of " + first.title(),
                                "give each operation its own");
            }
        }
    }

    private void checkTemplates(List<Operation> operations) {
        Map<String, PathTemplate> seen = new HashMap<>();
        for (Operation operation : operations) {
            String shape = operation.template().shape();
            PathTemplate first = seen.putIfAbsent(shape, operation.template());
            if (first != null && !first.equals(operation.template())) {
                problems.about(Topic.PATH_COLLISION)
                        .warning(
                                operation.node(),
                                "the path " + operation.template() + " stands for the same paths as " + first,
                                "use the same parameter names in both, or one path item");
            }
        }
    }
}
