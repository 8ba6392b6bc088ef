package plumbline.contract.mending.fault;

import java.util.List;

/**
 * That a value was given another name.
 *
 * @param from the pointer it had
 * @param to the pointer it has
 */
public record Move(String from, String to) {
    /** {@return where a value stands after these moves} */
    public static String current(List<Move> moves, String pointer) {
        String here = pointer;
        for (Move move : moves) {
            here = replaced(here, move.from, move.to);
        }
        return here;
    }

    /** {@return where a value stood before these moves} */
    public static String original(List<Move> moves, String pointer) {
        String here = pointer;
        for (int i = moves.size() - 1; i >= 0; i--) {
            here = replaced(here, moves.get(i).to, moves.get(i).from);
        }
        return here;
    }

    private static String replaced(String pointer, String start, String other) {
        boolean isBelow = pointer.equals(start) || pointer.startsWith(start + "/");
        return isBelow ? other + pointer.substring(start.length()) : pointer;
    }
}
