package plumbline.contract.pattern;

/** A text that may be looked at only so often, which bounds the time that a pattern can take on it. */
final class BudgetedText implements CharSequence {
    private static final long MOST_LOOKS = 10_000_000;

    private final String text;
    private long looks;

    BudgetedText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new PatternTooCostlyException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
