package plumbline.guard.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.Contract;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.validation.ExampleChecker;
import plumbline.contract.validation.Schemas;
import plumbline.finding.Severity;

/** Looks at examples and defaults: do they obey their schemas, and are they given in one way? */
final class ExampleInspector implements Inspector {
    private static final List<String> VALUES = List.of("value", "externalValue", "dataValue", "serializedValue");

    @Override
    public void inspect(Subject subject, Notes notes) {
        subject.contract().ifPresent(contract -> broken(contract, notes));
        for (String kind : List.of("mediaType", "parameter", "header")) {
            subject.objects(kind).forEach(node -> twice(node, notes));
        }
        for (Node example : subject.objects("example")) {
            boolean isTwice = example.get("value").isPresent()
                    && VALUES.stream()
                            .skip(1)
                            .anyMatch(name -> example.get(name).isPresent());
            if (isTwice) {
                notes.add(
                        Catalogue.EXAMPLE_FORM,
                        example,
                        "the example is given in two ways, of which one is ignored",
                        "keep 'value', or the other");
            }
        }
    }

    /** An example of a schema may also be that of a content; it is one all the same. */
    private static void broken(Contract contract, Notes notes) {
        Set<String> told = new HashSet<>();
        for (Problem problem : ExampleChecker.problems(contract, new Schemas(contract.version()))) {
            if (told.add(problem.place() + problem.message())) {
                notes.add(Catalogue.finding(problem).as(Severity.ERROR));
            }
        }
    }

    private static void twice(Node node, Notes notes) {
        Optional<Node> single = node.get("example");
        if (single.isPresent() && node.get("examples").isPresent()) {
            notes.add(
                    Catalogue.EXAMPLE_FORM,
                    single.get(),
                    "'example' and 'examples' exclude each other, and tools show one of them",
                    "move it to 'examples'");
        }
    }
}
