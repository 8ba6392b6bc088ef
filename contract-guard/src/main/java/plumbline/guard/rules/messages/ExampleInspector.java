package plumbline.guard.rules.messages;

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
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;

/** Looks at examples and defaults: do they obey their schemas, and are they given in one way? */
final class ExampleInspector implements Inspector {
    private static final List<String> VALUES = List.of("value", "externalValue", "dataValue", "serializedValue");

    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        document.understood().ifPresent(contract -> broken(contract, findings));
        for (String kind : List.of("mediaType", "parameter", "header")) {
            document.objects(kind).forEach(node -> twice(node, findings));
        }
        for (Node example : document.objects("example")) {
            boolean isTwice = example.get("value").isPresent()
                    && VALUES.stream()
                            .skip(1)
                            .anyMatch(name -> example.get(name).isPresent());
            if (isTwice) {
                findings.add(
                        GuardRule.EXAMPLE_FORM,
                        example,
                        "the example is given in two ways, of which one is ignored",
                        "keep 'value', or the other");
            }
        }
    }

    /** An example of a schema may also be that of a content; it is one all the same. */
    private static void broken(Contract contract, FindingCollector findings) {
        Set<String> told = new HashSet<>();
        Schemas schemas = new Schemas(contract.version());
        for (Problem problem : ExampleChecker.problemsOfAll(contract, schemas)) {
            if (told.add(problem.place() + problem.message())) {
                findings.add(GuardRule.finding(problem).as(Severity.ERROR));
            }
        }
    }

    private static void twice(Node node, FindingCollector findings) {
        Optional<Node> single = node.get("example");
        if (single.isPresent() && node.get("examples").isPresent()) {
            findings.add(
                    GuardRule.EXAMPLE_FORM,
                    single.get(),
                    "'example' and 'examples' exclude each other, and tools show one of them",
                    "move it to 'examples'");
        }
    }
}
