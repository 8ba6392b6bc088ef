package plumbline.mock.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documents that prove that any document works: one file each, or a folder with {@code openapi.yaml} for several. */
final class Documents {
    private static final Path FOLDER = Path.of("src/test/resources/contracts");

    private Documents() {}

    static List<Path> all() {
        try (Stream<Path> entries = Files.list(FOLDER)) {
            return entries.map(entry -> Files.isDirectory(entry) ? entry.resolve("openapi.yaml") : entry)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path named(String file) {
        return FOLDER.resolve(file);
    }

    /** {@return the name that a reader knows a document by} */
    static String title(Path document) {
        return FOLDER.relativize(document).toString();
    }
}
