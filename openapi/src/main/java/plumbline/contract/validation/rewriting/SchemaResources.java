package plumbline.contract.validation.rewriting;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.DynamicScope;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.OpenApiVersion;

/**
 * All schemas in use, each under an IRI of its own and rewritten when it is first asked for, so that a large document
 * costs no more than what is used of it and cycles need no care.
 */
public final class SchemaResources {
    private static final String BASE = "https://contract.invalid/schema/";

    private final OpenApiVersion version;
    private final Map<ResourceKey, Entry> entries = new ConcurrentHashMap<>();
    private final Map<String, Entry> byIri = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    public SchemaResources(OpenApiVersion version) {
        this.version = version;
    }

    private static final class Entry {
        private final ResourceKey key;
        private final String iri;
        private volatile @Nullable SchemaResource resource;

        private Entry(ResourceKey key, String iri) {
            this.key = key;
            this.iri = iri;
        }
    }

    /** {@return the IRI of a schema in one direction, where judging starts with it} */
    public String iri(Node schema, Direction direction) {
        return iri(new ResourceKey(schema, direction, false, Set.of(), DynamicScope.of(schema)));
    }

    /** {@return the IRI of a schema that another one refers to} */
    String iri(Node schema, ResourceKey from, Set<String> hidden) {
        return iri(schema, from, hidden, false);
    }

    /** {@return the IRI of a schema that another one refers to, perhaps without the rule of its own discriminator} */
    String iri(Node schema, ResourceKey from, Set<String> hidden, boolean plain) {
        DynamicScope scope = from.scope().entering(schema);
        return iri(new ResourceKey(schema, from.direction(), plain, Set.copyOf(hidden), scope));
    }

    private String iri(ResourceKey key) {
        Entry known = entries.get(key);
        return (known == null ? entries.computeIfAbsent(key, this::entered) : known).iri;
    }

    private Entry entered(ResourceKey key) {
        Entry entry = new Entry(key, BASE + count.getAndIncrement());
        byIri.put(entry.iri, entry);
        return entry;
    }

    /** {@return the schema of an IRI, rewritten, or nothing if this is no IRI of ours} */
    public Optional<SchemaResource> find(String iri) {
        Entry entry = byIri.get(iri);
        if (entry == null) {
            return Optional.empty();
        }
        SchemaResource resource = entry.resource;
        return Optional.of(resource == null ? rewritten(entry) : resource);
    }

    /** Once for all threads: there are those who tell schemas apart by their nodes. */
    private SchemaResource rewritten(Entry entry) {
        synchronized (entry) {
            SchemaResource resource = entry.resource;
            if (resource == null) {
                resource = new SchemaRewriter(version, this, entry.key).rewrite(entry.key.schema());
                entry.resource = resource;
            }
            return resource;
        }
    }
}
