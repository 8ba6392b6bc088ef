package plumbline.cli.options;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import plumbline.text.UnusableInputException;

/** Finds the documents that a pattern such as {@code apis/*.yaml} names. */
public final class DocumentPattern {
    private static final int DEEPEST = 20;

    private DocumentPattern() {}

    /**
     * {@return the documents, sorted; what is no pattern, or names a file as it is, names that alone}
     *
     * @param folder where relative patterns start
     * @throws UnusableInputException if a pattern fits no file
     */
    public static List<String> expand(String pattern, Path folder) throws IOException {
        if (!pattern.matches(".*[*?].*") || pattern.matches("(?i)https?://.*") || isFile(pattern)) {
            return List.of(pattern);
        }
        String fixed = pattern.replaceFirst("[^/\\\\]*[*?].*$", "");
        Path start = folder.resolve(fixed);
        // Folders that are named as they are may hold what means something in patterns.
        String open = pattern.substring(fixed.length()).replace(File.separatorChar, '/');
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + open);
        try (Stream<Path> files = Files.isDirectory(start) ? Files.walk(start, DEEPEST) : Stream.<Path>empty()) {
            List<String> found = files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(start.relativize(file)))
                    .map(Path::toString)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new UnusableInputException(
                        "no file fits '" + pattern + "': mend the pattern, in which ** stands for any folders");
            }
            return found;
        }
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
