package plumbline.contract.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Documents in memory, by name; the first is the one to start with. */
public final class MemorySource implements Source {
    private static final URI FOLDER = URI.create("file:///contract/");

    private final Map<String, String> texts;
    private final boolean isStrict;

    public MemorySource(Map<String, String> texts) {
        this(texts, false);
    }

    private MemorySource(Map<String, String> texts, boolean isStrict) {
        this.texts = texts;
        this.isStrict = isStrict;
    }

    /** {@return the source that refuses to look elsewhere} */
    public static MemorySource strict(Map<String, String> texts) {
        return new MemorySource(texts, true);
    }

    @Override
    public URI start() {
        return FOLDER.resolve(texts.keySet().iterator().next());
    }

    @Override
    public String name(URI uri) {
        return FOLDER.relativize(uri).toString();
    }

    @Override
    public Optional<Refusal> refusal(URI uri) {
        return isStrict && !"file".equals(uri.getScheme())
                ? Optional.of(new Refusal("leads to another host", CallerRemedy.ALLOW_REMOTE_REFERENCES))
                : Optional.empty();
    }

    @Override
    public Source movedTo(URI home) {
        return this;
    }

    @Override
    public Fetched fetch(URI uri) {
        String text = texts.get(name(uri));
        if (text == null) {
            throw new ContractException(Problem.error(new Place(name(uri), 0, 0, ""), "does not exist", ""));
        }
        return new Fetched(uri, text.getBytes(StandardCharsets.UTF_8));
    }
}
