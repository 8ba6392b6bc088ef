package plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TerminalWriterTests {
    private final StringWriter written = new StringWriter();
    private final TerminalWriter writer = TerminalWriter.on(new PrintWriter(written));

    private static final String HARMFUL = IntStream.concat(
                    IntStream.concat(IntStream.range(0, 0x20), IntStream.range(0x7F, 0xA0))
                            .filter(character -> character != '\n' && character != '\t'),
                    IntStream.of(
                            0x61C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066,
                            0x2067, 0x2068, 0x2069, 0xFEFF))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();

    @Test
    void showsWhatCouldSteerATerminalAsUnprintable() {
        String expected = "a" + "\uFFFD".repeat(HARMFUL.length()) + "b";

        writer.print("a" + HARMFUL + "b");
        writer.print(("a" + HARMFUL + "b").toCharArray());
        writer.append("a" + HARMFUL + "b");
        writer.printf("%s", "a" + HARMFUL + "b");
        "a\u001Bb".chars().forEach(writer::write);

        assertThat(written).hasToString(expected.repeat(4) + "a\uFFFDb");
    }

    @Test
    void writesEverythingElseAsItIs() {
        String text = "Grüße,\t日本語 \uD83D\uDE00 \u00A0\u00E9\nline\r\n";

        writer.print(text);

        assertThat(written).hasToString(text);
    }

    @Test
    void colorsWhatItIsToldToAndNothingElse() {
        writer.colored("31", "error\u001B[32m");
        writer.eraseLine();

        assertThat(written).hasToString("\u001B[31merror\uFFFD[32m\u001B[0m\r\u001B[2K");
    }

    @Test
    void isNotPutAroundItself() {
        assertThat(TerminalWriter.on(writer)).isSameAs(writer);
        assertThat(TerminalWriter.promptlyOn(writer)).isSameAs(writer);
        writer.raw().print("\u001B");
        assertThat(written).hasToString("\u001B");
    }

    @Test
    void aLineOfPlainTextHasNoneOfItEither() {
        assertThat(PlainText.printable("a" + HARMFUL.replaceAll("\\R", "") + "\nb\tc"))
                .matches("a\uFFFD+ b\uFFFDc");
    }
}
