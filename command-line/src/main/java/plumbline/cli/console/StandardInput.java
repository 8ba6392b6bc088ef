package plumbline.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import plumbline.text.UnusableInputException;

/** A document on the standard input. */
public final class StandardInput {
    private static final int MOST = 256 << 20;

    private StandardInput() {}

    /** {@return a file that holds what comes, until the process ends} */
    public static Path kept(InputStream in) {
        try {
            byte[] octets = in.readNBytes(MOST);
            if (octets.length == MOST) {
                throw new UnusableInputException("the standard input has more than " + MOST + " octets");
            }
            Path folder = Files.createTempDirectory("plumbline");
            Path file = Files.write(folder.resolve("stdin"), octets);
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new UnusableInputException(
                    "the standard input cannot be read: " + WriteFaults.words(failure), failure);
        }
    }
}
