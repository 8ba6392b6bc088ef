package plumbline.mock.reload;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.mock.MockServer;
import plumbline.mock.MockServerOptions;

/**
 * Has a mock serve what its documents, fixtures, stubs and options say by now, each time that one of them changes. It looks at
 * the files when the system gives notice, and from time to time, as there may be no notice. It ends when the mock is closed.
 */
public final class Reloader implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Editors write in several steps: a change is over when nothing has changed for so long. */
    private static final Duration QUIET = Duration.ofMillis(60);

    /** Whatever else is written into the same folders, that must not keep this busy. */
    private static final Duration LEAST_PAUSE = Duration.ofMillis(20);

    private static final int MOST_UNQUIET_LOOKS = 10;

    /** About twenty times what looking at a file takes of a processor. */
    private static final Duration PAUSE_FOR_EACH_FILE = Duration.ofNanos(200_000);

    private final MockServer server;
    private final ReloadInputs inputs;
    private final ReloadListener listener;
    private final Notices notices;
    private final RemoteDocuments remote;
    private final Thread thread = new Thread(this::run, "plumbline-reload");
    private Look seen;
    private MockServerOptions tried;

    /** Looks at the files at least twice a second, and when there are notices. */
    Reloader(MockServer server, ReloadInputs inputs, ReloadListener listener, Notices notices, Instant readAt) {
        this.server = server;
        this.inputs = inputs;
        this.listener = listener;
        this.notices = notices;
        this.tried = server.options();
        this.remote = new RemoteDocuments(inputs.pauseOfUrls());
        this.seen = look(Look.none()).asOf(Look.none(), readAt);
    }

    /**
     * {@return what has the mock serve changes from now on}
     *
     * @param readAt a time before the mock was started: what has changed since counts as a change
     */
    public static Reloader start(MockServer server, ReloadInputs inputs, ReloadListener listener, Instant readAt) {
        return new Reloader(server, inputs, listener, Notices.ofSystem(), readAt).started();
    }

    Reloader started() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void run() {
        try {
            Duration pause = BETWEEN_LOOKS;
            while (!notices.isClosed() && !server.isClosed()) {
                notices.await(pause);
                long start = System.nanoTime();
                Look now = look(seen);
                pause = pause(
                        Duration.ofNanos(System.nanoTime() - start),
                        now.stamps().size());
                List<URI> documents = remote.changed(server.sources());
                if (!documents.isEmpty() || !now.changedSince(seen).isEmpty()) {
                    change(settled(now), documents);
                } else {
                    seen = now.aged();
                    notices.pause(LEAST_PAUSE);
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } finally {
            notices.close();
        }
    }

    /**
     * {@return how long to wait until the next look} To look at many files must not become all that is done. Slow disks and
     * networks only have it wait, and give no notices most often.
     */
    static Duration pause(Duration looking, int files) {
        return Stream.of(BETWEEN_LOOKS, looking, PAUSE_FOR_EACH_FILE.multipliedBy(files))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Look settled(Look first) throws InterruptedException {
        Look last = first;
        for (int i = 0; i < MOST_UNQUIET_LOOKS; i++) {
            notices.pause(QUIET);
            Look now = look(last);
            if (now.changedSince(last).isEmpty() && !now.isInTheMiddleSince(seen)) {
                return now;
            }
            last = now;
        }
        return last;
    }

    private void change(Look now, List<URI> documents) {
        List<String> changed = new ArrayList<>();
        now.changedSince(seen).forEach(file -> changed.add(name(file)));
        documents.forEach(address -> changed.add(address.toString()));
        if (changed.isEmpty()) {
            seen = now;
            return;
        }
        Instant readAt = Instant.now();
        long start = System.nanoTime();
        try {
            tried = inputs.options().get();
            server.reload(tried);
            listener.reloaded(server, changed, Duration.ofNanos(System.nanoTime() - start));
        } catch (RuntimeException problem) {
            listener.kept(changed, problem);
        }
        seen = look(now).asOf(now, readAt);
    }

    private Look look(Look before) {
        Set<Path> files = Look.files(server.sources());
        inputs.files().forEach(file -> files.add(file.toAbsolutePath().normalize()));
        Set<Path> folders = folders();
        Look look = Look.at(files, folders, before);
        Set<Path> parents = new HashSet<>(folders);
        look.stamps().keySet().forEach(file -> parents.add(Objects.requireNonNull(file.getParent())));
        notices.watch(parents);
        return look;
    }

    private Set<Path> folders() {
        Set<Path> folders = new HashSet<>();
        for (MockServerOptions options : List.of(server.options(), tried)) {
            Path fixtures = options.fixtures();
            if (fixtures != null) {
                folders.add(fixtures.toAbsolutePath().normalize());
            }
        }
        return folders;
    }

    /** {@return the name of a file from here, if it is below} */
    private static String name(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
    }

    /** Leaves the mock as it is from now on; a change that is under way may still come. */
    @Override
    public void close() {
        notices.close();
    }
}
