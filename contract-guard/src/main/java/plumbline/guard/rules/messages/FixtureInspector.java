package plumbline.guard.rules.messages;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.document.Place;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.fixtures.FixtureProblem;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks at fixtures, and for answers that have neither fixture nor example. */
final class FixtureInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        problems(document, findings);
        Set<Operation> served = new HashSet<>();
        document.fixtures().fixtures().all().forEach(fixture -> served.add(fixture.operation()));
        for (Operation operation : document.operations()) {
            if ("GET".equals(operation.method()) && !served.contains(operation)) {
                operation.responses().stream()
                        .filter(response -> response.key().matches("2.."))
                        .forEach(response -> example(operation, response, findings));
            }
        }
    }

    /** An item of a list is judged with the list, and again by itself. */
    private static void problems(InspectedDocument document, FindingCollector findings) {
        Set<Place> told = new HashSet<>();
        for (FixtureProblem problem : document.fixtures().problems()) {
            boolean isServed =
                    problem.kind() == FixtureProblem.Kind.SYNTAX || problem.kind() == FixtureProblem.Kind.CONTRADICTION;
            if (!isServed
                    || told.add(problem.place())
                    || problem.place().pointer().isEmpty()) {
                GuardRule rule = isServed ? GuardRule.FIXTURE : GuardRule.FIXTURE_UNSERVED;
                findings.add(rule.at(problem.place(), problem.message(), ""));
            }
        }
    }

    private static void example(Operation operation, ResponseSpec response, FindingCollector findings) {
        List<MediaTypeSpec> described = response.content().stream()
                .filter(content -> content.schema() != null)
                .toList();
        boolean isShown =
                described.stream().anyMatch(content -> !content.examples().isEmpty());
        if (!described.isEmpty() && !isShown) {
            findings.add(
                    GuardRule.EXAMPLE_MISSING,
                    response.node(),
                    operation.title() + " has neither example nor fixture for " + response.key()
                            + ", so that the mock answers with a made-up value",
                    "add an example, or a fixture");
        }
    }
}
