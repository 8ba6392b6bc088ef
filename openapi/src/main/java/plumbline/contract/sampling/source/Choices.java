package plumbline.contract.sampling.source;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;
import plumbline.contract.validation.Effort;
import plumbline.json.jackson.databind.JsonNode;

/**
 * The choices left open by a schema, made in the same way for the same seed. The first attempt takes what comes first and
 * all that is optional; later ones choose freely and leave things out.
 */
public final class Choices {
    /** The first of the attempts that leave out all that is optional; every other one leaves out some. */
    public static final int FIRST_SPARE_ATTEMPT = 5;

    /** The attempts before any that leaves something out. */
    public static final int ATTEMPTS_WITH_EVERYTHING = 4;

    private static final int DEEPEST_OPTIONAL = 5;
    private static final int MOST_VALUES_WITH_OPTIONAL = 300;
    private static final int MOST_VALUES_WITH_TRIALS = 3_000;
    private static final int MOST_COSTLY_MATCHES = 3;
    private static final int MOST_VALUES = 20_000;
    private static final long MOST_STEPS = 1_000_000;
    private static final int STEPS_OF_A_VALUE = 10;

    private final SplittableRandom random;
    private final SamplePreferences preferences;
    private final Effort effort;
    private int attempt;
    private int valuesMade;
    private int costlyMatches;
    private @Nullable Faker faker;

    public Choices(long seed, int attempt) {
        this(seed, attempt, SamplePreferences.DEFAULT, new Effort(MOST_STEPS));
    }

    public Choices(long seed, int attempt, SamplePreferences preferences, Effort effort) {
        this.random = new SplittableRandom(seed * 31 + attempt);
        this.preferences = preferences;
        this.effort = effort;
        this.attempt = attempt;
    }

    /** Chooses as in a later attempt from now on, and as before once the returned number is handed back. */
    public int advance(int further) {
        int before = attempt;
        attempt += further;
        return before;
    }

    public void restore(int before) {
        attempt = before;
    }

    /** {@return which of this many alternatives to take: the first at first, then any} */
    public int branch(int alternatives) {
        return attempt == 0 ? 0 : random.nextInt(alternatives);
    }

    /** {@return a number from 0 up to, not including, the bound} */
    public int index(int bound) {
        return random.nextInt(bound);
    }

    /** {@return a number between both, inclusive} */
    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** {@return how much may be tried in all} */
    public Effort effort() {
        return effort;
    }

    /**
     * Notes that one more value is in the sample, so that it does not grow without end.
     *
     * @throws Effort.UndecidedException if too much was tried
     */
    public void countValue() {
        valuesMade++;
        effort.spend(STEPS_OF_A_VALUE);
    }

    /** {@return whether so many values were made that the sample can only be given up} */
    public boolean isExhausted() {
        return valuesMade > MOST_VALUES;
    }

    /** {@return whether one more trial of a part is worth its while; trials at many depths multiply} */
    public boolean mayTryAgain() {
        return valuesMade < MOST_VALUES_WITH_TRIALS;
    }

    /** {@return whether to add an optional property, or an item that need not be there, at this depth} */
    public boolean includeOptional(int depth) {
        if (depth > DEEPEST_OPTIONAL || valuesMade > MOST_VALUES_WITH_OPTIONAL) {
            return false;
        }
        return attempt < ATTEMPTS_WITH_EVERYTHING || attempt % 2 == 0 && random.nextBoolean();
    }

    /** {@return whether to add what need not be there and obeys these rewritten schemas, at this depth} */
    public boolean includeOptional(int depth, List<JsonNode> schemas) {
        return includeOptional(depth) && (preferences.areReferencesFollowed() || !isReference(schemas));
    }

    private static boolean isReference(List<JsonNode> schemas) {
        return schemas.size() == 1
                && schemas.get(0).size() == 1
                && schemas.get(0).has("$ref");
    }

    /** {@return whether to take a known good value where there is one} */
    public boolean preferExamples() {
        return preferences.areExamplesTaken() && (attempt < ATTEMPTS_WITH_EVERYTHING || attempt % 3 == 0);
    }

    /** {@return whether to let the name of a property say what is likely in it} */
    public boolean preferRealistic() {
        return attempt < ATTEMPTS_WITH_EVERYTHING;
    }

    /** Notes that matching a text against a pattern took so long that it was given up. */
    public void countCostlyMatch() {
        costlyMatches++;
    }

    /** {@return whether to go on trying texts against patterns, some of which take exponential time} */
    public boolean mayMatchAgain() {
        return costlyMatches < MOST_COSTLY_MATCHES;
    }

    /** {@return a source of realistic values} */
    Faker faker() {
        Faker known = faker;
        if (known == null) {
            known = new Faker(Locale.ENGLISH, random());
            faker = known;
        }
        return known;
    }

    /** {@return a generator for libraries that want one of this kind} */
    Random random() {
        return new Random(random.nextLong());
    }

    public long bits() {
        return random.nextLong();
    }
}
