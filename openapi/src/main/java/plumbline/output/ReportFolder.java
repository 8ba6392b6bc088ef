package plumbline.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

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

    /** Writes one file, over what is there of that name. */
    public static void writeFile(Reporting reporting, Format format, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            reporting.write(format, writer);
        }
    }
}
