package plumbline.guard.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plumbline.contract.MediaTypeSpec;
import plumbline.contract.Operation;
import plumbline.contract.ResponseSpec;
import plumbline.contract.document.Place;
import plumbline.finding.Finding;
import plumbline.finding.Rule;
import plumbline.fixtures.FixtureProblem;

/** Looks at fixtures, and for answers that have neither fixture nor example. */
final class FixtureInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        problems(subject, notes);
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

    /** An item of a list is judged with the list, and again by itself. */
    private static void problems(Subject subject, Notes notes) {
        Set<Place> told = new HashSet<>();
        for (FixtureProblem problem : subject.fixtures().problems()) {
            boolean isServed =
                    problem.kind() == FixtureProblem.Kind.SYNTAX || problem.kind() == FixtureProblem.Kind.CONTRADICTION;
            if (!isServed
                    || told.add(problem.place())
                    || problem.place().pointer().isEmpty()) {
                Rule rule = isServed ? Catalogue.FIXTURE : Catalogue.FIXTURE_UNSERVED;
                notes.add(Finding.of(rule, problem.place(), problem.message(), ""));
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
