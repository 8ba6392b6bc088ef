package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Dialect;
import plumbline.contract.document.Document;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.contract.http.QuotedText;
import plumbline.contract.inspection.DocumentInspector;
import plumbline.contract.inspection.PathInspector;
import plumbline.contract.inspection.Problems;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Operation;
import plumbline.contract.swagger.Translation;
import plumbline.json.jackson.databind.JsonNode;

/** Reads a document from the top down and collects all that is wrong with it. */
final class ContractReader {
    static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    /** Of which a document has at least one; before 3.1, always the first. */
    private static final Set<String> PARTS = Set.of("paths", "components", "webhooks");

    private final Document document;
    private final Optional<String> basePath;
    private final Problems problems = new Problems();
    private final PathInspector paths = new PathInspector(problems);

    ContractReader(Document document, Optional<String> basePath) {
        this.document = document;
        this.basePath = basePath;
    }

    Contract read() {
        return reading().contract();
    }

    /** Reads as far as possible. */
    DocumentReading reading() {
        Node root = openApi(document.root());
        OpenApiVersion version = version(root);
        OperationReader reader = new OperationReader(new ReaderContext(root, version, basePath, problems));
        List<Operation> operations = operations(root, reader);
        root.get("jsonSchemaDialect")
                .filter(name -> version != OpenApiVersion.V3_0
                        && Dialect.of(name.value().asString("")).isEmpty())
                .ifPresent(problems::unknownDialect);
        new DocumentInspector(version, problems).inspect(root);
        if (PARTS.stream().noneMatch(part -> root.get(part).isPresent())
                || version == OpenApiVersion.V3_0 && root.get("paths").isEmpty()) {
            problems.error(root, "describes no operation", "add a path with a method under 'paths'");
        }
        if (problems.hasErrors()) {
            return new DocumentReading(root, version, problems.all(), null);
        }
        String title = root.get("info").flatMap(info -> info.text("title")).orElse(document.name());
        Contract.Heading heading = new Contract.Heading(title, document.name(), version, root);
        return new DocumentReading(
                root, version, problems.all(), new Contract(heading, operations, problems.warnings()));
    }

    /** Kept apart, so that what reads Swagger is loaded for Swagger only. */
    private Node openApi(Node root) {
        Optional<Node> declared =
                root.get("swagger").filter(version -> root.get("openapi").isEmpty());
        if (declared.isEmpty()) {
            return root;
        }
        JsonNode version = declared.get().value();
        if (!"2.0".equals(version.asString())) {
            throw failure(
                    declared.get(), "the Swagger version " + version + " is not known", "use '2.0' or OpenAPI 3.x");
        }
        Translation translation = Translation.of(root);
        problems.addAll(translation.problems());
        return translation.root();
    }

    private static OpenApiVersion version(Node root) {
        if (!root.value().isObject()) {
            throw failure(root, "is not an OpenAPI document: it is no mapping", "start it with 'openapi: 3.1.1'");
        }
        Node declared = root.get("openapi")
                .orElseThrow(() -> failure(
                        root, "is not an OpenAPI document: 'openapi' is missing", "start it with 'openapi: 3.1.1'"));
        return OpenApiVersion.parse(declared.value().asString(""))
                .orElseThrow(() -> failure(
                        declared,
                        "the OpenAPI version " + declared.value() + " is not known",
                        "use a quoted 3.0.x, 3.1.x or 3.2.x"));
    }

    private List<Operation> operations(Node root, OperationReader reader) {
        List<Operation> operations = new ArrayList<>();
        root.members("paths").forEach((path, item) -> {
            if (path.startsWith("/")) {
                problems.resolve(item).ifPresent(resolved -> operations(path, resolved, reader, operations));
            } else if (!path.startsWith("x-")) {
                problems.error(item, "the path '" + path + "' does not start with a slash", "write '/" + path + "'");
            }
        });
        paths.checkTogether(operations);
        return operations;
    }

    private void operations(String path, Node item, OperationReader reader, List<Operation> operations) {
        if (!item.value().isObject()) {
            problems.error(item, "the path item is no mapping", "put methods such as 'get:' under it");
        }
        paths.check(path, item);
        item.forEachMember((name, node) -> {
            if (METHODS.contains(name)) {
                String method = name.toUpperCase(Locale.ROOT);
                reader.read(new OperationReader.Site(path, method, item, node)).ifPresent(operations::add);
            }
        });
        if (reader.knowsAdditionalOperations()) {
            item.members("additionalOperations").forEach((method, node) -> {
                checkMethod(method, node);
                reader.read(new OperationReader.Site(path, method, item, node)).ifPresent(operations::add);
            });
        }
    }

    private void checkMethod(String method, Node node) {
        if (METHODS.contains(method.toLowerCase(Locale.ROOT))) {
            problems.error(
                    node,
                    "'" + method + "' is no additional operation",
                    "write it as '" + method.toLowerCase(Locale.ROOT) + "' in the path item");
        } else if (!QuotedText.isToken(method)) {
            problems.error(node, "'" + method + "' is no method", "write a token such as COPY (RFC 9110)");
        }
    }

    private static ContractException failure(Node node, String message, String hint) {
        return new ContractException(Problem.error(node.place(), message, hint));
    }
}
