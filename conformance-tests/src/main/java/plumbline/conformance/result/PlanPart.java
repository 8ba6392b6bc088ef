package plumbline.conformance.result;

/**
 * Which part of a plan a run was, and of which plan: only the parts of one plan make a whole. A mark is a short text that differs
 * where what it stands for does.
 *
 * @param number which part, counted from 1
 * @param of how many parts there are
 * @param contract a mark of the contract
 * @param cases a mark of the cases of all parts
 * @param dealing a mark of which case belongs to which part
 */
public record PlanPart(int number, int of, String contract, String cases, String dealing) {
    @Override
    public String toString() {
        return number + "/" + of;
    }
}
