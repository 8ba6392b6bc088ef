package plumbline.output;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;

/** Something that can be reported in several formats. */
public interface Reporting {
    /** {@return the formats that it can be written in} */
    Set<Format> formats();

    /** {@return the usual name of the file of a format} */
    String file(Format format);

    /** Writes a report, without closing the writer. */
    void write(Format format, Writer writer) throws IOException;
}
