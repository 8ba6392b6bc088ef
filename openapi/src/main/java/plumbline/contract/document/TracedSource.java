package plumbline.contract.document;

import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A source of which somebody wants to know what was asked for, whether it could be had or not.
 *
 * @param source the source
 * @param asked takes the address of each document, by any thread
 */
public record TracedSource(Source source, Consumer<URI> asked) implements Source {
    @Override
    public URI start() {
        return source.start();
    }

    @Override
    public Source movedTo(URI home) {
        return new TracedSource(source.movedTo(home), asked);
    }

    @Override
    public String name(URI uri) {
        return source.name(uri);
    }

    @Override
    public Optional<Refusal> refusal(URI uri) {
        return source.refusal(uri);
    }

    @Override
    public Fetched fetch(URI uri) {
        asked.accept(uri);
        return source.fetch(uri);
    }
}
