package plumbline.contract.document;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import plumbline.contract.http.PercentCoding;

/** The documents of one contract: the one that was named and those that it refers to, each read once. */
public final class Documents {
    private final Source source;
    private final Map<URI, Document> read = new ConcurrentHashMap<>();

    private Documents(Source source) {
        this.source = source;
    }

    /**
     * {@return the document that this source names}
     *
     * @throws ContractException if it cannot be fetched or read
     */
    public static Document read(Source source) {
        Documents documents = new Documents(source);
        return documents.document(source.start());
    }

    private Document document(URI uri) {
        Document known = read.get(uri);
        if (known != null) {
            return known;
        }
        Document document = new Document(uri, source.name(uri), source.fetch(uri), this);
        Document raced = read.putIfAbsent(uri, document);
        return raced == null ? document : raced;
    }

    Node target(Node from, String reference) {
        URI target = resolve(from, reference);
        String fragment = target.getRawFragment() == null ? "" : target.getRawFragment();
        Document document = documentOf(from, target);
        String pointer = PercentCoding.decode(fragment).orElse(fragment);
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw failure(from, "the reference '" + reference + "' does not use a JSON pointer", "write #/path/to/it");
        }
        return document.root()
                .at(pointer)
                .orElseThrow(() -> failure(
                        from,
                        "the reference '" + reference + "' points to nothing in " + document.name(),
                        "add what it names, or mend the spelling"));
    }

    private Document documentOf(Node from, URI target) {
        URI location = withoutFragment(target);
        if (location.equals(from.document().uri())) {
            return from.document();
        }
        source.refusal(location).ifPresent(reason -> {
            throw failure(from, "the reference to " + location + " " + reason.what(), reason.hint());
        });
        try {
            return document(location);
        } catch (ContractException e) {
            throw e.problems().get(0).place().pointer().isEmpty()
                    ? failure(from, "the referenced document cannot be used: " + e.getMessage(), "")
                    : e;
        }
    }

    private static URI resolve(Node from, String reference) {
        try {
            URI base = from.document().uri();
            return reference.startsWith("#")
                    ? URI.create(withoutFragment(base) + reference)
                    : base.resolve(new URI(reference));
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            throw failure(
                    from, "the reference '" + reference + "' is no URI reference", "percent-encode what is special");
        }
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int mark = text.indexOf('#');
        return mark < 0 ? uri : URI.create(text.substring(0, mark));
    }

    private static ContractException failure(Node from, String message, String hint) {
        return new ContractException(Problem.error(from.place(), message, hint));
    }
}
