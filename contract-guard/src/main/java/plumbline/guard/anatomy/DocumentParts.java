package plumbline.guard.anatomy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Document;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.operation.OpenApiVersion;

/** All objects of a document and of those that it refers to, each once, by kind. */
public final class DocumentParts {
    private static final List<String> COMPOSITIONS = List.of("allOf", "anyOf", "oneOf");

    private final Anatomy anatomy;
    private final Map<String, List<Node>> byKind = new LinkedHashMap<>();
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> targets = new HashSet<>();
    private final Set<String> composed = new HashSet<>();
    private final Deque<DocumentPart> waiting = new ArrayDeque<>();

    private DocumentParts(Anatomy anatomy) {
        this.anatomy = anatomy;
    }

    /** {@return the parts of a document} */
    public static DocumentParts of(Node root, OpenApiVersion version) {
        DocumentParts parts = new DocumentParts(Anatomy.of(version));
        parts.waiting.add(new DocumentPart("document", root));
        while (!parts.waiting.isEmpty()) {
            parts.visit(parts.waiting.removeFirst());
        }
        return parts;
    }

    private void visit(DocumentPart part) {
        Node node = part.node();
        if (!node.value().isObject() || !seen.add(part.kind() + " " + node.identity())) {
            return;
        }
        documents.putIfAbsent(node.document().name(), node.document());
        byKind.computeIfAbsent(part.kind(), kind -> new ArrayList<>()).add(node);
        boolean isSchema = "schema".equals(part.kind());
        if (node.isReference() && anatomy.isReferable(part.kind())) {
            target(node).ifPresent(target -> use(part.kind(), target));
            if (isSchema ? node.isReferenceAlone() : !"pathItem".equals(part.kind())) {
                return;
            }
        }
        if (isSchema) {
            schema(node);
        }
        Map<String, Field> fields = anatomy.fields(part.kind());
        node.members().forEach((name, value) -> {
            Field field = fields.getOrDefault(name, fields.get("*"));
            if (field != null && "*".equals(field.name())) {
                waiting.add(new DocumentPart(field.type(), value));
            } else if (field != null) {
                field.objects(value).forEach(object -> waiting.add(new DocumentPart(field.type(), object)));
            }
        });
    }

    private void schema(Node schema) {
        for (String keyword : COMPOSITIONS) {
            for (Node branch : schema.items(keyword)) {
                composed.add(branch.identity());
                end(branch).ifPresent(target -> composed.add(target.identity()));
            }
        }
        try {
            DynamicScope.of(schema).dynamicTarget(schema).ifPresent(target -> use("schema", target));
        } catch (ContractException e) {
            // Told where references are read.
        }
        schema.get("discriminator").ifPresent(this::discriminator);
    }

    private void discriminator(Node discriminator) {
        discriminator.members("mapping").values().forEach(name -> {
            String text = name.value().asString("");
            discriminator
                    .document()
                    .root()
                    .at("/components/schemas/" + text)
                    .or(() -> attempt(name, text))
                    .ifPresent(target -> use("schema", target));
        });
    }

    private void use(String kind, Node target) {
        targets.add(target.identity());
        waiting.add(new DocumentPart(kind, target));
    }

    private static Optional<Node> target(Node reference) {
        return attempt(reference, reference.text("$ref").orElse(""));
    }

    private static Optional<Node> attempt(Node from, String reference) {
        try {
            return Optional.of(from.target(reference));
        } catch (ContractException e) {
            return Optional.empty();
        }
    }

    /** {@return the end of a reference, if it has one; the object itself if it is none} */
    public static Optional<Node> end(Node node) {
        try {
            return Optional.of(node.resolved());
        } catch (ContractException e) {
            return Optional.empty();
        }
    }

    public Anatomy anatomy() {
        return anatomy;
    }

    /** {@return the kinds of objects that there are} */
    public Set<String> kinds() {
        return byKind.keySet();
    }

    /** {@return the objects of a kind, and the references in place of some} */
    public List<Node> of(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** {@return whether something refers to an object} */
    public boolean isReferredTo(Node node) {
        return targets.contains(node.identity());
    }

    /** {@return whether a schema is one of several that hold together} */
    public boolean isComposed(Node schema) {
        return composed.contains(schema.identity());
    }

    /** {@return the documents, by name} */
    public Map<String, Document> documents() {
        return documents;
    }
}
