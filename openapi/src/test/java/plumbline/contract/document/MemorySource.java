package plumbline.contract.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Documents in memory, by name; the first is the one to start with. */
public final class MemorySource implements Source {
    private static final URI FOLDER = URI.create("file:///contract/");

    private final Map<String, String> texts;

    public MemorySource(Map<String, String> texts) {
        this.texts = texts;
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
        return Optional.empty();
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
