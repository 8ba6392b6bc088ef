package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.ContentTypes;
import com.github.tomakehurst.wiremock.http.ContentTypeHeader;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;

/**
 * Header fields that pass through WireMock line by line: its own class groups them by name. Nothing is computed unless
 * WireMock asks.
 */
public final class HeaderLines extends HttpHeaders {
    private final Headers lines;
    private final Flow.@Nullable Publisher<List<ByteBuffer>> rest;

    public HeaderLines(Headers lines) {
        this(lines, null);
    }

    /**
     * Lines of a message whose body goes on. WireMock knows bodies that are there as a whole, so that the rest goes beside.
     *
     * @param rest how it goes on; null if it does not
     */
    HeaderLines(Headers lines, Flow.@Nullable Publisher<List<ByteBuffer>> rest) {
        this.lines = lines;
        this.rest = rest;
    }

    /** {@return header fields line by line} */
    static Headers lines(@Nullable HttpHeaders headers) {
        if (headers == null) {
            return Headers.none();
        }
        return headers instanceof HeaderLines untouched
                ? untouched.lines()
                : new Headers(headers.all().stream()
                        .flatMap(header -> header.values().stream().map(value -> new Header(header.key(), value)))
                        .toList());
    }

    /** {@return the lines as they came} */
    public Headers lines() {
        return lines;
    }

    /** {@return how the body goes on after what is known of it; null if it does not} */
    public Flow.@Nullable Publisher<List<ByteBuffer>> rest() {
        return rest;
    }

    /** A content type whose charset is UTF-8 where it names one that is none here, rather than an exception. */
    private static final class TolerantContentType extends ContentTypeHeader {
        TolerantContentType(String value) {
            super(value);
        }

        @Override
        public Charset charset() {
            try {
                return super.charset();
            } catch (IllegalArgumentException unknown) {
                return StandardCharsets.UTF_8;
            }
        }
    }

    @Override
    public HttpHeader getHeader(String name) {
        List<String> values = lines.all(name);
        return values.isEmpty() ? HttpHeader.absent(name) : new HttpHeader(name, values);
    }

    @Override
    public ContentTypeHeader getContentTypeHeader() {
        return lines.first(ContentTypes.CONTENT_TYPE)
                .<ContentTypeHeader>map(TolerantContentType::new)
                .orElseGet(ContentTypeHeader::absent);
    }

    @Override
    public Collection<HttpHeader> all() {
        TreeMap<String, String> firstSpelling = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<HttpHeader> all = new ArrayList<>();
        for (Header line : lines) {
            if (firstSpelling.putIfAbsent(line.name(), line.name()) == null) {
                all.add(new HttpHeader(line.name(), lines.all(line.name())));
            }
        }
        return all;
    }

    @Override
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        all().forEach(header -> keys.add(header.key()));
        return keys;
    }

    @Override
    public int size() {
        return all().size();
    }

    /** Keeps out what WireMock adds to every response of a stub: {@code Matched-Stub-Id} and {@code -Name}. */
    @Override
    public HttpHeaders plus(HttpHeader... more) {
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HeaderLines that && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(line.value())
                .append('\n'));
        return text.toString();
    }
}
