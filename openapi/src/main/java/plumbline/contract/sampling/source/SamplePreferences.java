package plumbline.contract.sampling.source;

/**
 * What samples are made of, where schemas leave that open.
 *
 * @param areExamplesTaken whether a value is an example where there is one
 * @param areReferencesFollowed whether what may be left out is there even if its schema only refers to another
 */
public record SamplePreferences(boolean areExamplesTaken, boolean areReferencesFollowed) {
    public static final SamplePreferences DEFAULT = new SamplePreferences(true, true);

    public SamplePreferences withoutExamples() {
        return new SamplePreferences(false, areReferencesFollowed);
    }

    public SamplePreferences withoutReferences() {
        return new SamplePreferences(areExamplesTaken, false);
    }
}
