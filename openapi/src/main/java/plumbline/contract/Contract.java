package plumbline.contract;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Documents;
import plumbline.contract.document.Node;
import plumbline.contract.document.Place;
import plumbline.contract.document.Problem;
import plumbline.contract.document.ReferencePolicy;
import plumbline.contract.document.Source;
import plumbline.contract.document.Topic;
import plumbline.contract.document.UriSource;
import plumbline.contract.http.Request;
import plumbline.contract.inspection.Problems;
import plumbline.contract.operation.Components;
import plumbline.contract.operation.Hook;
import plumbline.contract.operation.OpenApiVersion;
import plumbline.contract.operation.Operation;

/** An OpenAPI document, read: its operations, and the way from a request to one of them. */
public final class Contract {
    private static final String BUILT_IN = "users.yaml";

    private final String title;
    private final String documentName;
    private final OpenApiVersion version;
    private final Node root;
    private final List<Operation> operations;
    private final List<Problem> warnings;
    private final List<Problem> mendings;
    private final Router router = new Router();

    Contract(Heading heading, List<Operation> operations, List<Problem> warnings) {
        this(heading, operations, warnings, List.of());
    }

    private Contract(Heading heading, List<Operation> operations, List<Problem> warnings, List<Problem> mendings) {
        this.mendings = List.copyOf(mendings);
        this.title = heading.title();
        this.documentName = heading.documentName();
        this.version = heading.version();
        this.root = heading.root();
        this.operations = List.copyOf(operations);
        this.warnings = List.copyOf(warnings);
        for (Operation operation : operations) {
            operation
                    .basePaths()
                    .forEach(base -> router.add(base + operation.template().path(), operation));
        }
    }

    /** What stands at the top of a document. */
    record Heading(String title, String documentName, OpenApiVersion version, Node root) {}

    /**
     * {@return the contract in this file; references stay within its folder}
     *
     * @throws plumbline.contract.document.ContractException with all problems, if it cannot be used
     */
    public static Contract read(Path file) {
        return read(UriSource.of(file, ReferencePolicy.strict()), Optional.empty());
    }

    /**
     * {@return the contract in the file or at the http(s) address that a user named}
     *
     * @param fileOrUrl a path of the file system or an absolute URL
     * @param policy where references may lead
     * @param basePath the base path to use in place of those of the servers
     * @throws plumbline.contract.document.ContractException with all problems, if it cannot be used
     */
    public static Contract read(String fileOrUrl, ReferencePolicy policy, Optional<String> basePath) {
        return read(source(fileOrUrl, policy), basePath);
    }

    /**
     * {@return the contract in the file or at the http(s) address that a user named}
     *
     * @param fileOrUrl a path of the file system or an absolute URL
     * @param policy where references may lead
     * @param basePath the base path to use in place of those of the servers
     * @param strictness what becomes of a document with faults
     * @throws plumbline.contract.document.ContractException with all problems, if it cannot be used
     */
    public static Contract read(
            String fileOrUrl, ReferencePolicy policy, Optional<String> basePath, Strictness strictness) {
        return read(source(fileOrUrl, policy), basePath, strictness);
    }

    /**
     * {@return the contract in the document that a source starts with}
     *
     * @param source where its documents come from
     * @param basePath the base path to use in place of those of the servers
     * @param strictness what becomes of a document with faults
     * @throws plumbline.contract.document.ContractException with all problems, if it cannot be used
     */
    public static Contract read(Source source, Optional<String> basePath, Strictness strictness) {
        return switch (strictness) {
            case STRICT -> read(source, basePath);
            case TOLERANT -> new TolerantReader(basePath).read(Documents.read(source));
        };
    }

    /**
     * {@return where the document comes from that a user named}
     *
     * @param fileOrUrl a path of the file system or an absolute URL
     * @param policy where references may lead
     * @throws plumbline.contract.document.ContractException if it is neither
     */
    public static Source source(String fileOrUrl, ReferencePolicy policy) {
        try {
            return fileOrUrl.matches("(?i)https?://.*")
                    ? UriSource.of(URI.create(fileOrUrl.replace(" ", "%20")), fileOrUrl, policy)
                    : UriSource.of(Path.of(fileOrUrl), policy);
        } catch (IllegalArgumentException e) {
            throw new ContractException(
                    Problem.error(new Place(fileOrUrl, 0, 0, ""), "is no file name and no URL: " + e.getMessage(), "")
                            .about(Topic.SOURCE));
        }
    }

    /** {@return the contract that comes with Plumbline, with another base path if one is given} */
    public static Contract builtIn(Optional<String> basePath) {
        return read(builtInSource(), basePath);
    }

    static Source builtInSource() {
        URI uri = URI.create(Objects.requireNonNull(Contract.class.getResource(BUILT_IN), BUILT_IN)
                .toString());
        return UriSource.of(uri, "openapi/" + BUILT_IN, ReferencePolicy.strict());
    }

    /**
     * {@return the contract in the document that a source starts with}
     *
     * @param source where its documents come from
     * @param basePath the base path to use in place of those of the servers
     * @throws plumbline.contract.document.ContractException with all problems, if it cannot be used
     */
    public static Contract read(Source source, Optional<String> basePath) {
        return new ContractReader(Documents.read(source), basePath).read();
    }

    Contract mended(List<Problem> told, List<Problem> others) {
        List<Problem> all = new ArrayList<>(told);
        all.addAll(others);
        return new Contract(new Heading(title, documentName, version, root), operations, all, told);
    }

    /** {@return the title of the API} */
    public String title() {
        return title;
    }

    /** {@return the document's name as the user knows it} */
    public String documentName() {
        return documentName;
    }

    public OpenApiVersion version() {
        return version;
    }

    /** {@return all operations in the order of the document} */
    public List<Operation> operations() {
        return operations;
    }

    /** {@return the operation of this id; nothing if there is none} */
    public Optional<Operation> operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    /** {@return the document itself; one of Swagger 2.0 as OpenAPI 3.0} */
    public Node root() {
        return root;
    }

    /** {@return the operations that clients offer and the server calls: webhooks first, then callbacks} */
    public List<Hook> hooks() {
        return new HookReader(root, version).read(operations);
    }

    /** {@return what operations may refer to, whether any does or not} */
    public Components components() {
        ReaderContext context = new ReaderContext(root, version, Optional.empty(), new Problems());
        return new OperationReader(context).components();
    }

    /** {@return what is wrong with the document without making it unusable} */
    public List<Problem> warnings() {
        return warnings;
    }

    /** {@return those warnings that tell how the contract differs from the document: what was read as meant or left out} */
    public List<Problem> mendings() {
        return mendings;
    }

    /** {@return the base paths of all operations, each once, most used first} */
    public List<String> basePaths() {
        Map<String, Integer> uses = new LinkedHashMap<>();
        operations.forEach(operation -> operation.basePaths().forEach(path -> uses.merge(path, 1, Integer::sum)));
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * {@return what a request with this path means, whatever else it has; of several operations that are equally specific, the
     *     one that asks for least}
     *
     * @param method the method in upper case; HEAD also finds GET operations
     * @param rawPath the path as sent, percent-encoded, base path included
     */
    public Match match(String method, String rawPath) {
        return router.find(method, rawPath, null, found -> false);
    }

    /**
     * {@return what a request means}
     *
     * @param request the request, base path included; HEAD also finds GET operations
     * @param fits which of several operations is meant that are equally specific; the one that asks for least if it fits none
     */
    public Match match(Request request, Predicate<Match.Found> fits) {
        return router.find(request.method(), request.path(), request.query(), fits);
    }
}
