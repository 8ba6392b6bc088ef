package plumbline.secrets;

import java.util.Arrays;

/** Writes a layer octet by octet. */
final class LayerWriter {
    private final StringBuilder octets;
    private int[] starts;
    private int[] ends;

    LayerWriter(int expected) {
        this.octets = new StringBuilder(expected);
        this.starts = new int[expected];
        this.ends = new int[expected];
    }

    /** Adds octets that a part of the source stands for. */
    void add(String more, int start, int end) {
        for (int i = 0; i < more.length(); i++) {
            add(more.charAt(i), start, end);
        }
    }

    void add(char octet, int start, int end) {
        if (octets.length() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2 + 16);
            ends = Arrays.copyOf(ends, starts.length);
        }
        starts[octets.length()] = start;
        ends[octets.length()] = end;
        octets.append(octet);
    }

    /** Adds what some octets of another layer stand for. */
    void add(String more, Layer from, int first, int length) {
        add(more, from.starts()[first], from.ends()[first + length - 1]);
    }

    boolean isEmpty() {
        return octets.isEmpty();
    }

    Layer layer() {
        return new Layer(octets.toString(), starts, ends);
    }
}
