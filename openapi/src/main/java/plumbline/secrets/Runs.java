package plumbline.secrets;

import java.util.Optional;
import java.util.stream.IntStream;

/** Decodes runs of characters of which each stands for a part of an octet. */
final class Runs {
    private static final int SHORTEST = 8;
    private static final int SHORTEST_ROW = 4;
    private static final int SHORTEST_LINE = 60;
    private static final int LONGEST_GUESSED = 4096;

    private Runs() {}

    /** {@return what words of Base64 stand for, those that stand for text, one below the other} */
    static Optional<Layer> base64(Layer layer) {
        LayerWriter writer = new LayerWriter(layer.length());
        int at = 0;
        while (at < layer.length()) {
            if (sextet(layer.octets().charAt(at)) < 0) {
                at++;
                continue;
            }
            int[] places = run(layer.octets(), at);
            if (places.length >= SHORTEST) {
                // What comes before may belong to the text around it, as in a path.
                int most = places.length <= LONGEST_GUESSED ? 4 : 1;
                for (int skipped = 0; skipped < most; skipped++) {
                    addText(writer, layer, places, skipped);
                }
            }
            at = places[places.length - 1] + 1;
        }
        return writer.isEmpty() ? Optional.empty() : Optional.of(writer.layer());
    }

    /** {@return where the characters of a word are; lines may be broken as in mails} */
    private static int[] run(String text, int from) {
        int end = from;
        while (end < text.length() && sextet(text.charAt(end)) >= 0) {
            end++;
        }
        boolean continues = end - from >= SHORTEST_LINE && end < text.length() && isBreak(text.charAt(end));
        return continues ? lines(text, from) : IntStream.range(from, end).toArray();
    }

    private static int[] lines(String text, int from) {
        IntStream.Builder places = IntStream.builder();
        int inLine = 0;
        for (int at = from; at < text.length(); at++) {
            char character = text.charAt(at);
            if (sextet(character) >= 0) {
                places.add(at);
                inLine++;
            } else if (isBreak(character) && inLine >= SHORTEST_LINE) {
                inLine = character == '\n' ? 0 : inLine;
            } else {
                break;
            }
        }
        return places.build().toArray();
    }

    private static boolean isBreak(char character) {
        return character == '\r' || character == '\n';
    }

    private static void addText(LayerWriter writer, Layer layer, int[] places, int skipped) {
        LayerWriter word = new LayerWriter(places.length);
        int readable = 0;
        for (int at = skipped; at + 1 < places.length; at += 4) {
            int bits = 0;
            int sextets = Math.min(4, places.length - at);
            for (int i = 0; i < 4; i++) {
                bits = bits << 6 | (i < sextets ? sextet(layer.octets().charAt(places[at + i])) : 0);
            }
            for (int i = 0; i + 1 < sextets; i++) {
                char octet = (char) (bits >> 16 - 8 * i & 0xFF);
                word.add(octet, layer.starts()[places[at + i]], layer.ends()[places[at + i + 1]]);
                readable += octet >= ' ' && octet < 0x7F ? 1 : 0;
            }
        }
        Layer read = word.layer();
        if (readable * 4 >= read.length() * 3) {
            append(writer, read);
        }
    }

    /** {@return what pairs of hexadecimal digits stand for, those in a row, one row below the other} */
    static Optional<Layer> hex(Layer layer) {
        LayerWriter writer = new LayerWriter(layer.length() / 2);
        String text = layer.octets();
        for (int at = 0; at < text.length(); ) {
            int end = addRow(writer, layer, at);
            // A digit that stands before may have put all pairs out of step.
            at = end == at ? at + 1 : Math.max(end, addRow(writer, layer, at + 1));
        }
        return writer.isEmpty() ? Optional.empty() : Optional.of(writer.layer());
    }

    /** {@return where the row of pairs ends that begins here} */
    private static int addRow(LayerWriter writer, Layer layer, int from) {
        String text = layer.octets();
        int octets = 0;
        int end = from;
        while (Escape.number(text, end, 2, 16) >= 0) {
            octets++;
            end = afterSeparator(text, end + 2);
        }
        if (octets < SHORTEST_ROW) {
            return from;
        }
        for (int at = from; at < end; at = afterSeparator(text, at + 2)) {
            writer.add((char) Escape.number(text, at, 2, 16), layer.starts()[at], layer.ends()[at + 1]);
        }
        writer.add('\n', layer.starts()[end - 1], layer.ends()[end - 1]);
        return end;
    }

    private static int afterSeparator(String text, int at) {
        boolean separated = at < text.length() && ": -,".indexOf(text.charAt(at)) >= 0;
        return separated && Escape.number(text, at + 1, 2, 16) >= 0 ? at + 1 : at;
    }

    private static void append(LayerWriter writer, Layer word) {
        for (int i = 0; i < word.length(); i++) {
            writer.add(word.octets().charAt(i), word.starts()[i], word.ends()[i]);
        }
        int last = word.length() - 1;
        writer.add('\n', word.starts()[last], word.ends()[last]);
    }

    /** {@return what a character stands for in Base64, or -1} */
    static int sextet(char character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        return switch (character) {
            case '+', '-' -> 62;
            case '/', '_' -> 63;
            default -> -1;
        };
    }
}
