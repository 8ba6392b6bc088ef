package plumbline.mock.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.mock.MockServerOptions;

/**
 * What a mock is read from, besides the documents and fixtures that its options name.
 *
 * @param options finds out the options as they are by now
 * @param files files that the options depend on, whether they are there or not
 * @param pauseOfUrls how long to wait before documents at URLs are asked for again; null to leave them
 */
public record ReloadInputs(
        Supplier<MockServerOptions> options,
        List<Path> files,
        @Nullable Duration pauseOfUrls) {
    public ReloadInputs {
        files = List.copyOf(files);
    }

    /** {@return options that never change} */
    public static ReloadInputs of(MockServerOptions options) {
        return new ReloadInputs(() -> options, List.of(), null);
    }

    /** {@return the same, with URLs asked for again} */
    public ReloadInputs withPauseOfUrls(@Nullable Duration pause) {
        return new ReloadInputs(options, files, pause);
    }
}
