package plumbline.contract.document;

import java.net.URI;
import java.net.URISyntaxException;
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
        Source.Fetched first = source.fetch(source.start());
        Documents documents = new Documents(source.movedTo(first.uri()));
        return documents.document(source.start(), first);
    }

    private Document document(URI uri) {
        Document known = read.get(uri);
        return known == null ? document(uri, source.fetch(uri)) : known;
    }

    /** Makes a document known under the address it was asked for and the one it came from. */
    private Document document(URI asked, Source.Fetched fetched) {
        Document document =
                read.computeIfAbsent(fetched.uri(), uri -> new Document(uri, source.name(uri), fetched.text(), this));
        read.put(asked, document);
        return document;
    }

    Node target(Node from, String reference) {
        int mark = reference.indexOf('#');
        String fragment = mark < 0 ? "" : reference.substring(mark + 1);
        String location = mark < 0 ? reference : reference.substring(0, mark);
        Document document = location.isEmpty() ? from.document() : documentOf(from, resolve(from, location));
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

    private Document documentOf(Node from, URI location) {
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

    private static URI resolve(Node from, String location) {
        try {
            return from.document().uri().resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw failure(
                    from, "the reference to '" + location + "' is no URI reference", "percent-encode what is special");
        }
    }

    private static ContractException failure(Node from, String message, String hint) {
        return new ContractException(Problem.error(from.place(), message, hint));
    }
}
