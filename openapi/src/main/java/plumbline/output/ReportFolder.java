package plumbline.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;

/**
 * A folder that reports are kept in.
 *
 * @param folder the folder, which is made if there is none
 */
public record ReportFolder(Path folder) {
    /** Writes a file in each of these formats, over what is there of that name. */
    public void write(Reporting reporting, Set<Format> formats) throws IOException {
        Files.createDirectories(folder);
        for (Format format : formats) {
            writeFile(reporting, format, folder.resolve(reporting.file(format)));
        }
    }

    /**
     * Writes one file, over what is there of that name. It appears whole or not at all, unless it is no regular file, such as
     * a device.
     */
    public static void writeFile(Reporting reporting, Format format, Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            write(reporting, format, file);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            write(reporting, format, beside);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void write(Reporting reporting, Format format, Path file) throws IOException {
        try (CheckedWriter writer = new CheckedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            reporting.write(format, writer);
        }
    }
}
