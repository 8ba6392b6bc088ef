package plumbline.secrets;

import java.util.BitSet;

/** Which characters of a text to replace; characters in a row are replaced together. */
final class Places {
    private final BitSet characters;
    private final int offset;

    Places() {
        this(new BitSet(), 0);
    }

    private Places(BitSet characters, int offset) {
        this.characters = characters;
        this.offset = offset;
    }

    /** {@return these, told by places of a piece that begins here} */
    Places after(int start) {
        return new Places(characters, start);
    }

    void add(int start, int end) {
        characters.set(offset + start, offset + end);
    }

    boolean isEmpty() {
        return characters.isEmpty();
    }

    String replaced(String text, String replacement) {
        if (isEmpty()) {
            return text;
        }
        StringBuilder redacted = new StringBuilder(text.length());
        int kept = 0;
        for (int start = characters.nextSetBit(0); start >= 0; start = characters.nextSetBit(kept)) {
            redacted.append(text, kept, start).append(replacement);
            kept = characters.nextClearBit(start);
        }
        return redacted.append(text, kept, text.length()).toString();
    }
}
