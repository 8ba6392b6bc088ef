package plumbline.contract.sampling.source;

/**
 * What samples are made of, where schemas leave that open.
 *
 * @param areExamplesTaken whether a value is an example where there is one
 * @param areReferencesFollowed whether what may be left out is there even if its schema only refers to another
 */
public record Preferences(boolean areExamplesTaken, boolean areReferencesFollowed) {
    public static final Preferences DEFAULT = new Preferences(true, true);

    public Preferences withoutExamples() {
        return new Preferences(false, areReferencesFollowed);
    }

    public Preferences withoutReferences() {
        return new Preferences(areExamplesTaken, false);
    }
}
