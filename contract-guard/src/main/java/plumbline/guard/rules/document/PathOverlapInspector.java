package plumbline.guard.rules.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.finding.Severity;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.guard.rules.schemas.SchemaValues;

/** Looks for paths that take requests from one another. */
final class PathOverlapInspector implements Inspector {
    private static final String ANY = "\\{[^{}/]+}";

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        Map<String, List<Operation>> byMethod = new LinkedHashMap<>();
        document.operations()
                .forEach(operation -> byMethod.computeIfAbsent(
                                operation.method() + " " + segments(operation).length, key -> new ArrayList<>())
                        .add(operation));
        byMethod.values().forEach(operations -> {
            collisions(operations, findings);
            ambiguities(operations, findings);
        });
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
                                "no request reaches " + operation.title() + ", since " + first.title()
                                        + " stands for the same URLs",
                                "keep one of them, or give one another path")
                        .as(Severity.ERROR)
                        .beside(first.node().place()));
            }
        }
    }

    private static void ambiguities(List<Operation> operations, FindingCollector findings) {
        List<Operation> templated = operations.stream()
                .filter(operation -> !operation.template().names().isEmpty())
                .toList();
        for (int i = 0; i < templated.size(); i++) {
            for (int j = i + 1; j < templated.size(); j++) {
                if (areAmbiguous(templated.get(i), templated.get(j))) {
                    findings.add(GuardRule.PATH_AMBIGUOUS
                            .at(
                                    templated.get(j).node().place(),
                                    templated.get(j).title() + " and "
                                            + templated.get(i).title()
                                            + " fit the same URLs, and neither is the more concrete",
                                    "make them differ in a segment without braces")
                            .beside(templated.get(i).node().place()));
                }
            }
        }
    }

    /** Each has a literal where the other has a parameter that can take it. */
    private static boolean areAmbiguous(Operation one, Operation other) {
        String[] left = segments(one);
        String[] right = segments(other);
        boolean isLeftMoreConcrete = false;
        boolean isRightMoreConcrete = false;
        for (int i = 0; i < left.length; i++) {
            boolean isLeftOpen = left[i].matches(ANY);
            boolean isRightOpen = right[i].matches(ANY);
            if (isLeftOpen && !isRightOpen) {
                isRightMoreConcrete = true;
            } else if (isRightOpen && !isLeftOpen) {
                isLeftMoreConcrete = true;
            }
            boolean canBeEqual = isLeftOpen
                    ? isRightOpen || takes(one, left[i], right[i])
                    : isRightOpen ? takes(other, right[i], left[i]) : left[i].equals(right[i]);
            if (!canBeEqual) {
                return false;
            }
        }
        return isLeftMoreConcrete && isRightMoreConcrete && one.basePaths().equals(other.basePaths());
    }

    private static boolean takes(Operation operation, String braces, String literal) {
        if (literal.indexOf('{') >= 0) {
            return false;
        }
        String name = braces.substring(1, braces.length() - 1);
        return operation.parameters(Parameter.In.PATH).stream()
                .filter(parameter -> parameter.isNamed(name))
                .flatMap(parameter -> parameter.valueSchema().stream())
                .allMatch(schema -> SchemaValues.mayBe(schema.node(), literal));
    }

    private static String[] segments(Operation operation) {
        return operation.template().toString().split("/", -1);
    }
}
