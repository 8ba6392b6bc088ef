package plumbline.cli.console;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The standard output, which remembers that it could not be written: the writers that everybody uses do not tell. */
public final class StandardOutput {
    private final RememberingStream stream;
    private final PrintWriter writer;

    StandardOutput(OutputStream out) {
        this.stream = new RememberingStream(out);
        this.writer =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)), false);
    }

    /** {@return that of this process} */
    public static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    /** {@return what writes to it in UTF-8} */
    public PrintWriter writer() {
        return writer;
    }

    /** {@return the first failure, once all is written so far that can be} */
    public Optional<IOException> failure() {
        writer.flush();
        return Optional.ofNullable(stream.failure);
    }

    private static final class RememberingStream extends FilterOutputStream {
        private volatile @Nullable IOException failure;

        RememberingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            try {
                out.write(octets, offset, length);
            } catch (IOException failed) {
                failure = failure == null ? failed : failure;
                throw failed;
            }
        }
    }
}
