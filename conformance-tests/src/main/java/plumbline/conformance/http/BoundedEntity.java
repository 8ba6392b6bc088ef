package plumbline.conformance.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** A response body that fails rather than fill the memory, and that says when it has been read. */
final class BoundedEntity extends HttpEntityWrapper {
    private static final int LIMIT = 64 << 20;

    private final End end;

    /** What is done at the end of the body, before its connection is left. */
    interface End {
        void isReached() throws IOException;
    }

    BoundedEntity(HttpEntity entity, End end) {
        super(entity);
        this.end = end;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new FilterInputStream(super.getContent()) {
            private long count;

            @Override
            public int read() throws IOException {
                int octet = super.read();
                count(octet < 0 ? -1 : 1);
                return octet;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(read);
                return read;
            }

            private void count(int more) throws IOException {
                if (more < 0) {
                    end.isReached();
                    return;
                }
                count += more;
                if (count > LIMIT) {
                    throw new IOException("the body is longer than " + (LIMIT >> 20) + " MiB");
                }
            }
        };
    }
}
