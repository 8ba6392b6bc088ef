package plumbline.mock.state.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.mock.state.ItemKind;
import plumbline.mock.state.Store;
import plumbline.text.RegularFiles;
import plumbline.text.UnusableInputException;

/** A file in which a store is kept: read once, and written, in the background, after changes and in the end. */
public final class StateFile implements AutoCloseable {
    private static final int SECONDS_TO_SAVE = 30;

    private final Path file;
    private final Store store;
    private final StateCodec codec;
    private final Consumer<RuntimeException> failures;
    private final AtomicBoolean isWaiting = new AtomicBoolean();
    private final ExecutorService writer;

    private StateFile(Path file, Store store, StateCodec codec, Consumer<RuntimeException> failures) {
        this.file = file;
        this.store = store;
        this.codec = codec;
        this.failures = failures;
        this.writer = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "plumbline-state");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * {@return the file, in which the store is kept from now on}
     *
     * @param failures takes what prevents the store from being saved
     * @throws UnusableInputException if the file is there and cannot be used
     */
    public static StateFile of(
            Path file, Store store, Collection<ItemKind> kinds, Consumer<RuntimeException> failures) {
        StateCodec codec = new StateCodec(path -> kind(kinds, path));
        StateFile kept = new StateFile(file, store, codec, failures);
        kept.load();
        store.onChange(kept::changed);
        return kept;
    }

    private static @Nullable ItemKind kind(Collection<ItemKind> kinds, String path) {
        return kinds.stream()
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            restore(RegularFiles.read(file));
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void restore(byte[] octets) {
        try {
            store.restore(codec.read(Json.read(octets)));
        } catch (JsonException e) {
            throw new UnusableInputException(
                    file + ":" + e.line() + ":" + e.column() + " is not valid JSON: " + e.getMessage()
                            + "; remove the file to begin anew",
                    e);
        } catch (UnusableInputException e) {
            throw new UnusableInputException(file + " " + e.getMessage(), e);
        }
    }

    private void changed() {
        if (isWaiting.compareAndSet(false, true) && !writer.isShutdown()) {
            writer.execute(this::save);
        }
    }

    private void save() {
        isWaiting.set(false);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
            try {
                Files.write(fresh, Json.write(codec.written(store.state())));
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            failures.accept(new UncheckedIOException("what the mock remembers cannot be saved in " + file, e));
        }
    }

    /** Saves what has not been saved yet. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(SECONDS_TO_SAVE, TimeUnit.SECONDS)) {
                failures.accept(new IllegalStateException("what the mock remembers was not saved in time in " + file));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
