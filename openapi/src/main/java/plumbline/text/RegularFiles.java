package plumbline.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that a user names, and waits for nobody who might write into them. */
public final class RegularFiles {
    /** Why a pipe or a device is not read. */
    public static final String ENDLESS = "is no regular file, so that reading it might never end";

    private RegularFiles() {}

    /** {@return whether something of this name is there that is neither a file nor a folder} */
    public static boolean isEndless(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    /**
     * {@return what is in a file}
     *
     * @throws UnusableInputException if it is a pipe or a device
     */
    public static byte[] read(Path file) throws IOException {
        if (isEndless(file)) {
            throw new UnusableInputException(file + " " + ENDLESS + ": name a file, or copy it into one");
        }
        return Files.readAllBytes(file);
    }
}
