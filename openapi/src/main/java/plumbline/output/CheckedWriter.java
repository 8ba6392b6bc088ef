package plumbline.output;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** Tells at its end of every failure before, also those that a print writer around it has kept to itself. */
final class CheckedWriter extends FilterWriter {
    private @Nullable IOException failure;

    CheckedWriter(Writer out) {
        super(out);
    }

    @FunctionalInterface
    private interface Act {
        void run() throws IOException;
    }

    private void checked(Act act) throws IOException {
        try {
            act.run();
        } catch (IOException failed) {
            failure = failure == null ? failed : failure;
            throw failed;
        }
    }

    @Override
    public void write(int character) throws IOException {
        checked(() -> super.write(character));
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        checked(() -> super.write(buffer, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        checked(() -> super.write(text, offset, length));
    }

    @Override
    public void flush() throws IOException {
        checked(super::flush);
    }

    @Override
    public void close() throws IOException {
        checked(super::close);
        if (failure != null) {
            throw failure;
        }
    }
}
