package plumbline.contract.document.syntax;

import java.util.Arrays;

/** A list of values in the order in which they start, so that those in a value follow it. */
final class JsonPlaces {
    /** What is no name of a member, as no text of an object starts with a name. */
    static final int NO_NAME = 0;

    private static final int FIELDS = 4;
    private static final int COLUMN = 1;
    private static final int NAME = 2;
    private static final int END = 3;
    private static final int FIRST_ROOM = 256;

    private int[] numbers = new int[FIELDS * FIRST_ROOM];
    private int size;

    /**
     * {@return the index of a value that is added}
     *
     * @param name where the name of a member starts in the text
     */
    int add(int line, int column, int name) {
        int at = FIELDS * size;
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * at);
        }
        numbers[at] = line;
        numbers[at + COLUMN] = column;
        numbers[at + NAME] = name;
        return size++;
    }

    /** Says that all that has been added since a value is in it. */
    void close(int value) {
        numbers[FIELDS * value + END] = size;
    }

    Positions.Position position(int value) {
        return new Positions.Position(numbers[FIELDS * value], numbers[FIELDS * value + COLUMN]);
    }

    /** {@return where the name of a member starts in the text, or that it is none} */
    int name(int value) {
        return numbers[FIELDS * value + NAME];
    }

    /** {@return the index of the first value that is not in this one} */
    int end(int value) {
        return numbers[FIELDS * value + END];
    }
}
