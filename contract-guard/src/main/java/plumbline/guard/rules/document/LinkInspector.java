package plumbline.guard.rules.document;

import java.util.List;
import java.util.Optional;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.guard.rules.FindingCollector;
import plumbline.guard.rules.GuardRule;
import plumbline.guard.rules.InspectedDocument;
import plumbline.guard.rules.Inspector;
import plumbline.text.Spelling;

/** Looks at links: do they lead to operations, and to parameters that these have? */
final class LinkInspector implements Inspector {
    @Override
    public void inspect(InspectedDocument document, FindingCollector findings) {
        if (document.contract().isEmpty()) {
            return;
        }
        Schemas schemas = new Schemas(document.contract().get().version());
        for (Node link : document.objects("link")) {
            target(document, link, findings).ifPresent(operation -> {
                parameters(link, operation, findings);
                values(link, operation, schemas, findings);
            });
        }
    }

    private static Optional<Operation> target(InspectedDocument document, Node link, FindingCollector findings) {
        Optional<Node> id = link.get("operationId");
        Optional<Node> reference = link.get("operationRef");
        if (id.isPresent() == reference.isPresent()) {
            findings.add(
                    GuardRule.LINK,
                    link,
                    id.isPresent() ? "the link names its operation twice" : "the link names no operation",
                    "give it either 'operationId' or 'operationRef'");
            return Optional.empty();
        }
        return id.isPresent()
                ? byId(document, id.get(), findings)
                : byReference(document, reference.orElseThrow(), findings);
    }

    private static Optional<Operation> byId(InspectedDocument document, Node id, FindingCollector findings) {
        String text = id.value().asString("");
        Optional<Operation> found = document.operations().stream()
                .filter(operation ->
                        text.equals(operation.node().text("operationId").orElse("")))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known =
                    document.operations().stream().map(Operation::id).toList();
            findings.add(
                    GuardRule.LINK,
                    id,
                    "no operation has the operationId '" + text + "'" + Spelling.suggestion(text, known),
                    "name an operation of this document");
        }
        return found;
    }

    private static Optional<Operation> byReference(
            InspectedDocument document, Node reference, FindingCollector findings) {
        try {
            Node target = reference.target(reference.value().asString(""));
            return document.operations().stream()
                    .filter(operation -> operation.node().equals(target))
                    .findFirst();
        } catch (ContractException e) {
            e.problems()
                    .forEach(problem ->
                            findings.add(GuardRule.LINK.at(problem.place(), problem.message(), problem.hint())));
            return Optional.empty();
        }
    }

    /** SchemaValues are constants where they hold no runtime expression (OpenAPI 3.1, section 4.8.20.4). */
    private static void values(Node link, Operation operation, Schemas schemas, FindingCollector findings) {
        link.members("parameters").forEach((name, value) -> {
            String text = value.value().asString("");
            boolean isExpression = value.value().isString() && (text.startsWith("$") || text.contains("{$"));
            String plain = name.replaceFirst("^(path|query|header|cookie)\\.", "");
            if (!isExpression) {
                operation.parameters().stream()
                        .filter(parameter -> parameter.isNamed(plain) || parameter.isNamed(name))
                        .findFirst()
                        .flatMap(Parameter::valueSchema)
                        .map(schema -> schemas.violations(schema, Direction.REQUEST, value.value(), Location.body()))
                        .ifPresent(violations -> violations.stream()
                                .limit(1)
                                .forEach(violation -> findings.add(
                                        GuardRule.LINK,
                                        value,
                                        "the value for '" + plain + "' breaks the schema of that parameter: "
                                                + violation.message(),
                                        "give a value that the parameter can have, or a runtime expression")));
            }
        });
    }

    private static void parameters(Node link, Operation operation, FindingCollector findings) {
        link.members("parameters").forEach((name, value) -> {
            String plain = name.replaceFirst("^(path|query|header|cookie)\\.", "");
            if (operation.parameters().stream()
                    .noneMatch(parameter -> parameter.isNamed(plain) || parameter.isNamed(name))) {
                List<String> known =
                        operation.parameters().stream().map(Parameter::name).toList();
                findings.add(
                        GuardRule.LINK,
                        value,
                        operation.title() + " has no parameter '" + plain + "'" + Spelling.suggestion(plain, known),
                        "name one of " + known);
            }
        });
    }
}
