package plumbline.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words why something could not be written. */
public final class WriteFaults {
    private WriteFaults() {}

    /** {@return whether the reader of a pipe has gone, which is for it to know} */
    public static boolean isClosedPipe(IOException failure) {
        return message(failure).contains("Broken pipe") || message(failure).contains("pipe is being closed");
    }

    /** {@return why, and what to do about it} */
    public static String words(Exception thrown) {
        Throwable failure =
                thrown instanceof UncheckedIOException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String message = message(failure);
        if (failure instanceof NoSuchFileException) {
            return "there is no folder for " + message + "; make it first";
        }
        if (failure instanceof AccessDeniedException) {
            return message + " may not be written by this user";
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return message + " is in the way: it is no folder";
        }
        if (message.contains("No space left") || message.contains("not enough space")) {
            return "the disk is full (" + message + "); make room";
        }
        if (message.contains("quota")) {
            return "the user's share of the disk is used up (" + message + "); make room";
        }
        if (message.contains("File too large")) {
            return "the file would be larger than this process may write (" + message + "); see ulimit -f";
        }
        return message;
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }
}
