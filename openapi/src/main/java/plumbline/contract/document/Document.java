package plumbline.contract.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.syntax.Positions;
import plumbline.contract.document.syntax.Syntax;
import plumbline.contract.document.syntax.SyntaxException;
import plumbline.json.jackson.databind.JsonNode;

/** One file or resource, read. */
public final class Document {
    private final URI uri;
    private final String name;
    private final byte[] text;
    private final JsonNode root;
    private final Identities identities;
    private final Documents library;
    private final Function<String, Place> places;
    private volatile @Nullable Positions positions;

    /** What references in this document point to, as far as that has been asked for. */
    private final Map<String, Node> targets = new ConcurrentHashMap<>();

    Document(Source.Fetched fetched, String name, Documents library) {
        this.uri = fetched.uri();
        this.name = name;
        this.text = fetched.text();
        this.library = library;
        this.root = tree(text, name);
        Function<String, Positions.Position> located = this::position;
        this.places = pointer -> new Place(name, pointer, located);
        this.identities = IdentityReader.read(root, fetched, library.defaults(root));
    }

    private static JsonNode tree(byte[] text, String name) {
        try {
            return Syntax.of(text).read(text);
        } catch (SyntaxException e) {
            Place place = new Place(name, e.line(), e.column(), "");
            throw new ContractException(
                    Problem.error(place, String.valueOf(e.getMessage()), "").about(Topic.SYNTAX));
        }
    }

    private Document(Document original, JsonNode root, Function<String, Place> places) {
        this.uri = original.uri;
        this.name = original.name;
        this.text = original.text;
        this.library = original.library;
        this.root = root;
        this.identities = original.identities;
        this.places = places;
    }

    /**
     * {@return the root of this document, written anew in another language}
     *
     * @param root the tree in place of this one, all of whose references stay within it
     * @param places where values of the new tree stand in the text, by pointer
     */
    public Node translated(JsonNode root, Function<String, Place> places) {
        return new Document(this, root, places).root();
    }

    /**
     * What stands in place of a document's tree.
     *
     * @param tree the other tree
     * @param origins to pointers of the tree that was read from those of the other
     */
    public record Amendment(JsonNode tree, UnaryOperator<String> origins) {}

    /** Takes part in another library than the original. */
    Document(Document original, Amendment amendment, Documents library) {
        this.uri = original.uri;
        this.name = original.name;
        this.text = original.text;
        this.library = library;
        this.root = amendment.tree();
        this.places = pointer -> original.place(amendment.origins().apply(pointer));
        this.identities = IdentityReader.read(root, new Source.Fetched(uri, text), library.defaults(root));
    }

    /** {@return this document together with those it was read with, some of which, by name, have other trees} */
    public Document amended(Map<String, Amendment> amendments) {
        return library.amended(this, amendments);
    }

    /** {@return the document of this name among those that this was read with, itself included} */
    public Optional<Document> named(String other) {
        return name.equals(other) ? Optional.of(this) : library.named(other);
    }

    /** {@return the whole document} */
    public Node root() {
        return new Node(this, "", root);
    }

    /** {@return the document's name as the user knows it} */
    public String name() {
        return name;
    }

    /** {@return the lines of the text} */
    public List<String> lines() {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    URI uri() {
        return uri;
    }

    Identities identities() {
        return identities;
    }

    /** Where references lead; empty where the same may lead elsewhere from another place. */
    Optional<Map<String, Node>> targets() {
        return identities.embedded().isEmpty() ? Optional.of(targets) : Optional.empty();
    }

    Documents library() {
        return library;
    }

    Place place(String pointer) {
        return places.apply(pointer);
    }

    private Positions.Position position(String pointer) {
        Positions known = positions;
        if (known == null) {
            known = Syntax.of(text).positions(text);
            positions = known;
        }
        return known.at(pointer);
    }
}
