package plumbline.contract.document;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One file or resource, read. */
public final class Document {
    private final URI uri;
    private final String name;
    private final byte[] text;
    private final JsonNode root;
    private final Documents library;
    private volatile @Nullable Positions positions;

    Document(URI uri, String name, byte[] text, Documents library) {
        this.uri = uri;
        this.name = name;
        this.text = text;
        this.library = library;
        this.root = Syntax.of(text).read(text, name);
    }

    /** {@return the whole document} */
    public Node root() {
        return new Node(this, "", root);
    }

    /** {@return the document's name as the user knows it} */
    public String name() {
        return name;
    }

    URI uri() {
        return uri;
    }

    Documents library() {
        return library;
    }

    Place place(String pointer) {
        Positions known = positions;
        if (known == null) {
            known = Syntax.of(text).positions(text);
            positions = known;
        }
        return known.place(name, pointer);
    }
}
