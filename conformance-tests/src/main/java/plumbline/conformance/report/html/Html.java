package plumbline.conformance.report.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import plumbline.text.PlainText;

/** Writes HTML, all of whose texts are escaped. */
final class Html {
    private final Writer writer;
    private long written;

    Html(Writer writer) {
        this.writer = writer;
    }

    /** {@return a text that means itself, in content and in quoted attributes} */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isHarmful(point) ? 0xFFFD : point);
            }
        });
        return safe.toString();
    }

    private static boolean isHarmful(int point) {
        return PlainText.isHarmful(point) && point != '\n' && point != '\r' && point != '\t';
    }

    /** Writes markup as it is: never a text that comes from elsewhere. */
    Html raw(String markup) {
        try {
            writer.write(markup);
            written += markup.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** {@return how many characters have been written} */
    long written() {
        return written;
    }

    Html text(String text) {
        return raw(escape(text));
    }

    /** Writes an element that holds a text. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name.split(" ", 2)[0] + ">");
    }
}
