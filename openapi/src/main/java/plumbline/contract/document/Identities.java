package plumbline.contract.document;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the schemas of a document call themselves: resources by {@code $id} with their anchors, and dialects by
 * {@code $schema} (JSON Schema 2020-12, sections 8.1 and 8.2). Most documents are one resource without anchors.
 */
final class Identities {
    private final Map<String, Resource> resources;
    private final Map<String, Dialect> dialects;
    private final Resource whole;
    private final Dialect dialect;

    /**
     * A part of a document with a base URI of its own.
     *
     * @param base the base URI, without fragment
     * @param pointer where it starts
     * @param anchors pointers by plain name; dynamic anchors are among them
     * @param dynamicAnchors pointers by plain name; the empty name is that of {@code $recursiveAnchor}
     */
    record Resource(URI base, String pointer, Map<String, String> anchors, Map<String, String> dynamicAnchors) {
        Resource(URI base, String pointer) {
            this(base, pointer, new HashMap<>(0), new HashMap<>(0));
        }
    }

    Identities(Map<String, Resource> resources, Map<String, Dialect> dialects, Resource whole, Dialect dialect) {
        this.resources = resources;
        this.dialects = dialects;
        this.whole = whole;
        this.dialect = dialect;
    }

    /** {@return the resources by where they start, that of the whole document not included} */
    Map<String, Resource> embedded() {
        return resources;
    }

    Resource whole() {
        return whole;
    }

    /** {@return the innermost resource that a value belongs to} */
    Resource resource(Node value) {
        return innermost(resources, value).orElse(whole);
    }

    /** {@return the dialect that a schema is written in} */
    Dialect dialect(Node schema) {
        return innermost(dialects, schema).orElse(dialect);
    }

    private static <T> Optional<T> innermost(Map<String, T> starts, Node value) {
        // Most documents have none, and most values no need for a pointer.
        String here = starts.isEmpty() ? "" : value.pointer();
        while (!starts.isEmpty()) {
            @Nullable T found = starts.get(here);
            if (found != null || here.isEmpty()) {
                return Optional.ofNullable(found);
            }
            here = here.substring(0, Math.max(0, here.lastIndexOf('/')));
        }
        return Optional.empty();
    }
}
