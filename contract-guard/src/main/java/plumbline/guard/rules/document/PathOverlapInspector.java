package plumbline.guard.rules.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.operation.Operation;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks for paths that take requests from one another. */
final class PathOverlapInspector implements Inspector {
    private static final String ANY = "\\{[^{}/]+}";

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        Map<String, List<Operation>> byMethod = new LinkedHashMap<>();
        document.operations()
                .forEach(operation -> byMethod.computeIfAbsent(operation.method(), key -> new ArrayList<>())
                        .add(operation));
        byMethod.values().forEach(operations -> collisions(operations, findings));
    }

    private static void collisions(List<Operation> operations, FindingCollector findings) {
        Map<String, Operation> seen = new LinkedHashMap<>();
        for (Operation operation : operations) {
            String shape = operation.template().toString().replaceAll(ANY, "{}");
            Operation first = seen.putIfAbsent(shape, operation);
            if (first != null && first.basePaths().equals(operation.basePaths())) {
                findings.replace(GuardRule.PATH_COLLISION
                        .at(
                                operation.node().place(),
                                operation.title() + " stands for the same URLs as " + first.title()
                                        + ", which takes its requests unless their parameters fit this one alone",
                                "keep one of them, or give one another path")
                        .as(Severity.ERROR)
                        .beside(first.node().place()));
            }
        }
    }
}
