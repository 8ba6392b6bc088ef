package plumbline.guard.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Two documents and what is expected of comparing them; they stand in changes.txt.
 *
 * @param old the old document
 * @param now the new document
 * @param expected the expected changes by impact and rule, the first of which is the one at the marks
 */
record ChangeCase(Marked old, Marked now, List<String> expected) {
    private static final String SCHEMA_OF_REQUEST = """
            paths:
              /things:
                post:
                  responses: {'204': {description: None}}
                  requestBody:
                    content:
                      application/json:
                        «schema:
            """;
    private static final String SCHEMA_OF_RESPONSE = """
            paths:
              /things:
                get:
                  responses:
                    '200':
                      description: OK
                      content:
                        application/json:
                          «schema:
            """;
    private static final String SCHEMA_OF_PARAMETER = """
            paths:
              /things:
                get:
                  responses: {'204': {description: None}}
                  parameters:
                    - name: q
                      in: query
                      «schema:
            """;
    private static final String OPERATION = """
            paths:
              /things:
                «get:
            """;

    /** A document, and the place that was marked in it last, as line and column; empty if none was. */
    record Marked(String text, String position) {
        static Marked of(String text) {
            int mark = text.lastIndexOf('«');
            if (mark < 0) {
                return new Marked(text, "");
            }
            String before = text.substring(0, mark).replace("«", "");
            long line = before.chars().filter(character -> character == '\n').count() + 1;
            int column = before.length() - before.lastIndexOf('\n');
            return new Marked(before + text.substring(mark + 1), line + ":" + column);
        }
    }

    static Stream<ChangeCase> all() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ChangeCase.class.getResourceAsStream("changes.txt"), "changes.txt")) {
            String all = new String(in.readAllBytes(), UTF_8);
            return Arrays.stream(all.split("(?m)^### ", -1)).skip(1).flatMap(ChangeCase::parse);
        }
    }

    private static Stream<ChangeCase> parse(String text) {
        int end = text.indexOf('\n');
        List<String> heading = List.of(text.substring(0, end).split(" \\| ", -1));
        List<String> parts = List.of(text.substring(end + 1).split("(?m)^--- (?:now|and)\n", -1));
        String others = parts.size() > 2 ? parts.get(2) : "";
        List<String> expected = "none".equals(heading.get(2))
                ? List.of()
                : Stream.concat(Stream.of(heading.get(2)), others.lines()).toList();
        return Arrays.stream(heading.get(1).split(" ", -1))
                .distinct()
                .map(versions -> new ChangeCase(
                        document(heading.get(0), versions.substring(0, 3), parts.get(0)),
                        document(heading.get(0), versions.substring(versions.length() - 3), parts.get(1)),
                        expected));
    }

    private static Marked document(String around, String version, String text) {
        int components = text.startsWith("components:") ? 0 : text.indexOf("\ncomponents:") + 1;
        String content = components > 0 ? text.substring(0, components) : text;
        String wrapped = switch (around) {
            case "request" -> SCHEMA_OF_REQUEST + content.indent(14);
            case "response" -> SCHEMA_OF_RESPONSE + content.indent(16);
            case "parameter" -> SCHEMA_OF_PARAMETER + content.indent(12);
            case "operation" -> OPERATION + content.indent(6);
            default -> content;
        };
        return Marked.of("openapi: %s.1\ninfo: {title: T, version: '1'}\n".formatted(version)
                + wrapped
                + (components > 0 ? text.substring(components) : ""));
    }

    @Override
    public String toString() {
        return expected + "\n" + old.text() + "---\n" + now.text();
    }
}
