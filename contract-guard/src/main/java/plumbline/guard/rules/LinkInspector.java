package plumbline.guard.rules;

import java.util.List;
import java.util.Optional;
import plumbline.contract.Direction;
import plumbline.contract.Operation;
import plumbline.contract.Parameter;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.Schemas;
import plumbline.finding.Finding;
import plumbline.text.Spelling;

/** Looks at links: do they lead to operations, and to parameters that these have? */
final class LinkInspector implements Inspector {
    @Override
    public void inspect(Subject subject, Notes notes) {
        if (subject.contract().isEmpty()) {
            return;
        }
        Schemas schemas = new Schemas(subject.contract().get().version());
        for (Node link : subject.objects("link")) {
            target(subject, link, notes).ifPresent(operation -> {
                parameters(link, operation, notes);
                values(link, operation, schemas, notes);
            });
        }
    }

    private static Optional<Operation> target(Subject subject, Node link, Notes notes) {
        Optional<Node> id = link.get("operationId");
        Optional<Node> reference = link.get("operationRef");
        if (id.isPresent() == reference.isPresent()) {
            notes.add(
                    Catalogue.LINK,
                    link,
                    id.isPresent() ? "the link names its operation twice" : "the link names no operation",
                    "give it either 'operationId' or 'operationRef'");
            return Optional.empty();
        }
        return id.isPresent() ? byId(subject, id.get(), notes) : byReference(subject, reference.orElseThrow(), notes);
    }

    private static Optional<Operation> byId(Subject subject, Node id, Notes notes) {
        String text = id.value().asString("");
        Optional<Operation> found = subject.operations().stream()
                .filter(operation ->
                        text.equals(operation.node().text("operationId").orElse("")))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known =
                    subject.operations().stream().map(Operation::id).toList();
            notes.add(
                    Catalogue.LINK,
                    id,
                    "no operation has the operationId '" + text + "'" + Spelling.suggestion(text, known),
                    "name an operation of this document");
        }
        return found;
    }

    private static Optional<Operation> byReference(Subject subject, Node reference, Notes notes) {
        try {
            Node target = reference.target(reference.value().asString(""));
            return subject.operations().stream()
                    .filter(operation -> operation.node().equals(target))
                    .findFirst();
        } catch (ContractException e) {
            e.problems()
                    .forEach(problem ->
                            notes.add(Finding.of(Catalogue.LINK, problem.place(), problem.message(), problem.hint())));
            return Optional.empty();
        }
    }

    /** Values are constants where they hold no runtime expression (OpenAPI 3.1, section 4.8.20.4). */
    private static void values(Node link, Operation operation, Schemas schemas, Notes notes) {
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
                                .forEach(violation -> notes.add(
                                        Catalogue.LINK,
                                        value,
                                        "the value for '" + plain + "' breaks the schema of that parameter: "
                                                + violation.message(),
                                        "give a value that the parameter can have, or a runtime expression")));
            }
        });
    }

    private static void parameters(Node link, Operation operation, Notes notes) {
        link.members("parameters").forEach((name, value) -> {
            String plain = name.replaceFirst("^(path|query|header|cookie)\\.", "");
            if (operation.parameters().stream()
                    .noneMatch(parameter -> parameter.isNamed(plain) || parameter.isNamed(name))) {
                List<String> known =
                        operation.parameters().stream().map(Parameter::name).toList();
                notes.add(
                        Catalogue.LINK,
                        value,
                        operation.title() + " has no parameter '" + plain + "'" + Spelling.suggestion(plain, known),
                        "name one of " + known);
            }
        });
    }
}
