package plumbline.mock.reload;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The system's notices that something in some folders has changed. They may be wanting, as they are for folders of networks
 * and containers, so that nobody waits for them alone.
 */
final class Notices implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final @Nullable WatchService service;

    private Notices(@Nullable WatchService service) {
        this.service = service;
    }

    /** {@return the notices of this system, as far as it gives any} */
    static Notices ofSystem() {
        try {
            return new Notices(FileSystems.getDefault().newWatchService());
        } catch (IOException | UnsupportedOperationException none) {
            return none();
        }
    }

    /** {@return no notices} */
    static Notices none() {
        return new Notices(null);
    }

    /** Wants notices of these folders from now on, and of no others. */
    void watch(Set<Path> folders) {
        if (service == null) {
            return;
        }
        Set<Path> gone = new HashSet<>(keys.keySet());
        gone.removeAll(folders);
        gone.forEach(folder -> cancel(keys.remove(folder)));
        folders.stream().filter(folder -> !isWatched(folder)).forEach(folder -> register(folder, service));
    }

    private boolean isWatched(Path folder) {
        WatchKey key = keys.get(folder);
        return key != null && key.isValid();
    }

    private static void cancel(@Nullable WatchKey key) {
        if (key != null) {
            key.cancel();
        }
    }

    private void register(Path folder, WatchService by) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            keys.put(
                    folder,
                    folder.register(
                            by,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_DELETE,
                            StandardWatchEventKinds.ENTRY_MODIFY));
        } catch (IOException | ClosedWatchServiceException none) {
            keys.remove(folder);
        }
    }

    /** Waits for a notice, but no longer than this. */
    void await(Duration atMost) throws InterruptedException {
        if (service == null) {
            pause(atMost);
            return;
        }
        try {
            for (WatchKey key = service.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
                    key != null;
                    key = service.poll()) {
                key.pollEvents();
                key.reset();
            }
        } catch (ClosedWatchServiceException over) {
            closed.await();
        }
    }

    /** Waits, whatever notices come. */
    void pause(Duration time) throws InterruptedException {
        closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        if (service != null) {
            try {
                service.close();
            } catch (IOException ignored) {
                // It gives no more notices, which is all that matters.
                return;
            }
        }
    }
}
