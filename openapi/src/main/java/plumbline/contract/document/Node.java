package plumbline.contract.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Pointers;
import plumbline.json.jackson.databind.JsonNode;

/** A value in a document, which knows its place; the tree below it must not be changed. */
public final class Node {
    private final Document document;
    private final @Nullable Node parent;
    private final String step;
    private final JsonNode value;

    /** Written when it is asked for, as most values are only passed by. Threads that meet here write the same. */
    private @Nullable String pointer;

    /** That of the pointer; 0 while it has not been asked for. */
    private int hash;

    Node(Document document, String pointer, JsonNode value) {
        this.document = document;
        this.parent = null;
        this.step = "";
        this.value = value;
        this.pointer = pointer;
    }

    private Node(Node parent, String step, JsonNode value) {
        this.document = parent.document;
        this.parent = parent;
        this.step = step;
        this.value = value;
    }

    /** {@return the value itself} */
    public JsonNode value() {
        return value;
    }

    /** {@return the JSON pointer of the value in its document} */
    public String pointer() {
        String written = pointer;
        if (written == null) {
            written = Pointers.child(parent == null ? "" : parent.pointer(), step);
            pointer = written;
        }
        return written;
    }

    /** {@return the name or index under which the value stands in its parent; empty for the whole document} */
    public String name() {
        if (parent != null) {
            return step;
        }
        String pointer = pointer();
        int slash = pointer.lastIndexOf('/');
        return slash < 0 ? "" : Pointers.unescape(pointer.substring(slash + 1));
    }

    /** {@return the place of the value} */
    public Place place() {
        return document.place(pointer());
    }

    /** {@return the place of a value below this one} */
    public Place placeOf(String relativePointer) {
        return document.place(pointer() + relativePointer);
    }

    /** {@return a name for this value that is unique among all documents read together} */
    public String identity() {
        return document.uri() + "#" + pointer();
    }

    public Document document() {
        return document;
    }

    /** {@return the member of this object, or nothing if this is no object or has no such member} */
    public Optional<Node> get(String name) {
        return Optional.ofNullable(value.get(name)).map(member -> child(name, member));
    }

    /** {@return the text of a member, or nothing if there is none or it is no text} */
    public Optional<String> text(String name) {
        @Nullable JsonNode member = value.get(name);
        return member != null && member.isString() ? Optional.of(member.stringValue()) : Optional.empty();
    }

    /** {@return whether a member is {@code true}} */
    public boolean flag(String name) {
        @Nullable JsonNode member = value.get(name);
        return member != null && member.isBoolean() && member.booleanValue();
    }

    /** {@return the members of this object in order; none if it is no object} */
    public Map<String, Node> members() {
        Map<String, Node> members = new LinkedHashMap<>();
        forEachMember(members::put);
        return members;
    }

    /** Does something with each member of this object in order, without making a map of them. */
    public void forEachMember(BiConsumer<String, Node> action) {
        if (value.isObject()) {
            value.forEachEntry((name, member) -> action.accept(name, child(name, member)));
        }
    }

    /** {@return the members of an object that is a member of this one} */
    public Map<String, Node> members(String name) {
        return get(name).map(Node::members).orElse(Map.of());
    }

    /** {@return the items of an array that is a member of this object; none if there is no such array} */
    public List<Node> items(String name) {
        return get(name).map(Node::items).orElse(List.of());
    }

    /** {@return the items of this array; none if it is no array} */
    public List<Node> items() {
        List<Node> items = new ArrayList<>();
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            items.add(new Node(this, Integer.toString(i), value.get(i)));
        }
        return items;
    }

    /** {@return the value that this one is a member or an item of; itself for the whole document} */
    public Node parent() {
        if (parent != null) {
            return parent;
        }
        String pointer = pointer();
        int slash = pointer.lastIndexOf('/');
        return slash < 0
                ? this
                : document.root().at(pointer.substring(0, slash)).orElse(this);
    }

    /** {@return the value at a pointer below this one} */
    public Optional<Node> at(String relativePointer) {
        JsonNode here = value;
        for (String token : Pointers.tokens(relativePointer)) {
            here = here.isArray() ? item(here, token) : here.path(token);
        }
        return here.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Node(document, pointer() + relativePointer, here));
    }

    private static JsonNode item(JsonNode array, String token) {
        boolean isIndex =
                !token.isEmpty() && token.length() < 10 && token.chars().allMatch(Character::isDigit);
        return isIndex ? array.path(Integer.parseInt(token)) : array.path("-");
    }

    /** {@return whether this is a reference object: an object with a textual {@code $ref}} */
    public boolean isReference() {
        return value.path("$ref").isString();
    }

    /** {@return whether this is a schema that refers to another, and all that stands beside the reference means nothing} */
    public boolean isReferenceAlone() {
        return isReference()
                && (!document.library().defaults(value).isUsed() || dialect().isReferenceAlone());
    }

    /**
     * {@return the value that this reference, followed to its end, stands for; this value itself if it is no reference}
     *
     * @throws ContractException if the reference leads nowhere, in a circle, or where it must not
     */
    public Node resolved() {
        return isReference() ? document.library().end(this) : this;
    }

    /**
     * {@return the value that a reference found at this value points to}
     *
     * @param reference a URI reference with a JSON pointer or an anchor as fragment (RFC 3986, RFC 6901)
     * @throws ContractException if it leads nowhere or where it must not
     */
    public Node target(String reference) {
        return document.library().target(this, reference);
    }

    /**
     * {@return the octets that a URI reference found at this value leads to}
     *
     * @throws ContractException if they cannot be had, or must not
     */
    public byte[] fetch(String reference) {
        return document.library().fetch(this, reference);
    }

    /** {@return the dialect of JSON Schema that this schema is written in, as far as its document tells} */
    public Dialect dialect() {
        return document.identities().dialect(this);
    }

    /** {@return whether this schema has an {@code $id} of its own, so that references in it are relative to that} */
    public boolean isResource() {
        Map<String, Identities.Resource> resources = document.identities().embedded();
        return !resources.isEmpty() && resources.containsKey(pointer());
    }

    /** {@return the keyword of this schema that refers to another by way of where judging came from} */
    public Optional<Node> dynamicReference() {
        if (!document.library().defaults(value).isUsed()) {
            return Optional.empty();
        }
        return get(dialect() == Dialect.DRAFT_2019_09 ? "$recursiveRef" : "$dynamicRef")
                .filter(keyword -> keyword.value().isString() && !dialect().isBefore(Dialect.DRAFT_2019_09));
    }

    /** The schemas with a dynamic anchor in the resource that this value belongs to, by name. */
    Map<String, Node> dynamicAnchors() {
        Map<String, String> pointers = document.identities().resource(this).dynamicAnchors();
        if (pointers.isEmpty()) {
            return Map.of();
        }
        Map<String, Node> anchors = new LinkedHashMap<>();
        pointers.forEach((name, where) -> document.root().at(where).ifPresent(node -> anchors.put(name, node)));
        return anchors;
    }

    private Node child(String name, JsonNode member) {
        return new Node(this, name, member);
    }

    /** {@return whether both are the same place of the same document} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node that && document == that.document && hashCode() == that.hashCode() && isAt(that);
    }

    /** Whether both have one pointer, neither of which is written for that if it need not be. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isAt(Node other) {
        Node one = this;
        Node two = other;
        while (one.parent != null && two.parent != null && one != two) {
            if (!one.step.equals(two.step)) {
                return false;
            }
            one = one.parent;
            two = two.parent;
        }
        return one == two || one.pointer().equals(two.pointer());
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            known = parent == null ? pointer().hashCode() : Pointers.hashOfChild(parent.hashCode(), step);
            hash = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return identity();
    }
}
