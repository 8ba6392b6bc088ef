package plumbline.contract.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.PercentCoding;
import plumbline.json.jackson.databind.JsonNode;

/** The documents of one contract: the one that was named and those that it refers to, each read once. */
public final class Documents {
    private final Source source;
    private final Map<URI, Document> read = new ConcurrentHashMap<>();
    private final Map<URI, Node> identified = new ConcurrentHashMap<>();
    private final Map<Node, Node> ends = new ConcurrentHashMap<>();
    private volatile IdentityReader.@Nullable Defaults defaults;

    private Documents(Source source) {
        this.source = source;
    }

    /**
     * {@return the document that this source names}
     *
     * @throws ContractException if it cannot be fetched or read
     */
    public static Document read(Source source) {
        Source.Fetched first = source.fetch(source.start());
        Documents documents = new Documents(source.movedTo(first.uri()));
        return documents.document(source.start(), first);
    }

    /** {@return the counterpart of one of these documents among the same documents with other trees} */
    Document amended(Document first, Map<String, Document.Amendment> amendments) {
        Documents others = new Documents(source);
        others.defaults = defaults;
        Map<Document, Document> counterparts = new HashMap<>();
        read.forEach((address, document) -> {
            Document.Amendment amendment = amendments.getOrDefault(
                    document.name(), new Document.Amendment(document.root().value(), pointer -> pointer));
            others.read.put(
                    address, counterparts.computeIfAbsent(document, known -> new Document(known, amendment, others)));
        });
        counterparts.values().forEach(others::identify);
        return Objects.requireNonNull(counterparts.get(first));
    }

    Optional<Document> named(String name) {
        return read.values().stream()
                .filter(document -> document.name().equals(name))
                .findFirst();
    }

    private Document document(URI uri) {
        Document known = read.get(uri);
        return known == null ? document(uri, source.fetch(uri)) : known;
    }

    /** Makes a document known under the address it was asked for and the one it came from. */
    private Document document(URI asked, Source.Fetched fetched) {
        Document document = read.computeIfAbsent(fetched.uri(), uri -> new Document(fetched, source.name(uri), this));
        read.put(asked, document);
        identify(document);
        return document;
    }

    private void identify(Document document) {
        Identities identities = document.identities();
        identified.putIfAbsent(identities.whole().base(), document.root());
        identities
                .embedded()
                .forEach((pointer, resource) ->
                        document.root().at(pointer).ifPresent(node -> identified.putIfAbsent(resource.base(), node)));
    }

    /** {@return what the first of these documents, whose root this may be, says for all of them} */
    IdentityReader.Defaults defaults(JsonNode root) {
        IdentityReader.Defaults known = defaults;
        if (known == null) {
            known = IdentityReader.Defaults.of(root);
            defaults = known;
        }
        return known;
    }

    /** {@return the value that a reference, followed to its end, stands for} */
    Node end(Node reference) {
        return new ReferenceChain(reference, ends).end();
    }

    Node target(Node from, String reference) {
        Map<String, Node> known = from.document().targets().orElse(null);
        if (known == null) {
            return found(from, reference);
        }
        Node target = known.get(reference);
        if (target == null) {
            target = found(from, reference);
            known.put(reference, target);
        }
        return target;
    }

    private Node found(Node from, String reference) {
        int mark = reference.indexOf('#');
        String fragment = mark < 0 ? "" : reference.substring(mark + 1);
        String location = mark < 0 ? reference : reference.substring(0, mark);
        Node resource = location.isEmpty() ? resourceAround(from) : resource(from, location);
        String plain = PercentCoding.decode(fragment).orElse(fragment);
        Optional<Node> target =
                plain.isEmpty() || plain.startsWith("/") ? below(resource, plain) : anchor(resource, plain);
        return target.orElseThrow(() -> failure(
                from,
                "the reference '" + reference + "' points to nothing in "
                        + resource.document().name(),
                hint(resource, plain)));
    }

    private static String hint(Node resource, String fragment) {
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            return "add what it names, or mend the spelling";
        }
        boolean mayHaveAnchors =
                resource.document().library().defaults(resource.value()).isUsed();
        return "write #/path/to/it" + (mayHaveAnchors ? ", or add '$anchor: " + fragment + "' there" : "");
    }

    private static Node resourceAround(Node from) {
        Document document = from.document();
        String start = document.identities().resource(from).pointer();
        return document.root().at(start).orElseGet(document::root);
    }

    /** Many documents give schemas an $id without a thought for what that does to pointers; these get what they mean. */
    private static Optional<Node> below(Node resource, String pointer) {
        return resource.at(pointer).or(() -> resource.document().root().at(pointer));
    }

    private static Optional<Node> anchor(Node resource, String name) {
        Document document = resource.document();
        String pointer = document.identities().resource(resource).anchors().get(name);
        return pointer == null ? Optional.empty() : document.root().at(pointer);
    }

    private Node resource(Node from, String location) {
        Document document = from.document();
        URI base = document.identities().resource(from).base();
        URI address = resolve(from, base, location);
        Node known = identified.get(address);
        if (known != null) {
            return known;
        }
        // An identity often is no address, or none that may be used; files that belong together lie together.
        boolean isElsewhere =
                !base.equals(document.uri()) && source.refusal(address).isPresent();
        return documentOf(from, isElsewhere ? resolve(from, document.uri(), location) : address)
                .root();
    }

    byte[] fetch(Node from, String location) {
        URI address = resolve(from, from.document().uri(), location);
        check(from, address);
        try {
            return source.fetch(address).text();
        } catch (ContractException e) {
            throw failure(from, "what it names cannot be used: ", e);
        }
    }

    private void check(Node from, URI location) {
        source.refusal(location).ifPresent(reason -> {
            throw failure(from, "the reference to " + location + " " + reason.what(), reason.remedy());
        });
    }

    private Document documentOf(Node from, URI location) {
        if (location.equals(from.document().uri())) {
            return from.document();
        }
        check(from, location);
        try {
            return document(location);
        } catch (ContractException e) {
            throw e.problems().get(0).place().pointer().isEmpty()
                    ? failure(from, "the referenced document cannot be used: ", e)
                    : e;
        }
    }

    private static URI resolve(Node from, URI base, String location) {
        try {
            return base.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw failure(
                    from, "the reference to '" + location + "' is no URI reference", "percent-encode what is special");
        }
    }

    private static ContractException failure(Node from, String message, String hint) {
        return new ContractException(problem(from, message, hint));
    }

    private static ContractException failure(Node from, String message, CallerRemedy remedy) {
        return new ContractException(problem(from, message, remedy.hint()).remediedBy(remedy));
    }

    /** What helps against the cause helps here. */
    private static ContractException failure(Node from, String message, ContractException cause) {
        Problem first = cause.problems().get(0);
        return new ContractException(
                problem(from, message + cause.getMessage(), "").remediedBy(first.remedy()));
    }

    private static Problem problem(Node from, String message, String hint) {
        return Problem.error(from.place(), message, hint).about(Topic.REFERENCE);
    }
}
