package plumbline.guard.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Operation;
import plumbline.contract.ResponseSpec;
import plumbline.fixtures.FixtureProblem;
import plumbline.guard.finding.Finding;
import plumbline.guard.finding.Rule;

/** Looks at fixtures, and for answers that have neither fixture nor example. */
final class FixtureInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        for (FixtureProblem problem : subject.fixtures().problems()) {
            Rule rule = switch (problem.kind()) {
                case SYNTAX, CONTRADICTION -> Catalogue.FIXTURE;
                case UNSERVED, DUPLICATE -> Catalogue.FIXTURE_UNSERVED;
            };
            notes.add(Finding.of(rule, problem.place(), problem.message(), ""));
        }
        Set<Operation> served = new HashSet<>();
        subject.fixtures().fixtures().all().forEach(fixture -> served.add(fixture.operation()));
        for (Operation operation : subject.operations()) {
            if ("GET".equals(operation.method()) && !served.contains(operation)) {
                operation.responses().stream()
                        .filter(response -> response.key().matches("2.."))
                        .forEach(response -> example(operation, response, notes));
            }
        }
    }

    private static void example(Operation operation, ResponseSpec response, Notes notes) {
        List<MediaTypeSpec> described = response.content().stream()
                .filter(content -> content.schema() != null)
                .toList();
        boolean isShown =
                described.stream().anyMatch(content -> !content.examples().isEmpty());
        if (!described.isEmpty() && !isShown) {
            notes.add(
                    Catalogue.EXAMPLE_MISSING,
                    response.node(),
                    operation.title() + " has neither example nor fixture for " + response.key()
                            + ", so that the mock answers with a made-up value",
                    "add an example, or a fixture");
        }
    }
}
