package plumbline.mock.state;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The keys that a collection has given away: those of its items, and of what has been removed from it. */
public interface TakenKeys {
    /** {@return whether something has this key, or had it} */
    boolean isTaken(List<String> key);

    /** {@return how many there are} */
    int count();

    /** {@return the highest number that such a part of a key has been; 0 if none has been one} */
    long highest(int part);

    /** {@return these keys} */
    static TakenKeys of(Collection<List<String>> keys) {
        Set<List<String>> all = Set.copyOf(keys);
        HighestNumbers numbers = new HighestNumbers();
        all.forEach(numbers::note);
        return new TakenKeys() {
            @Override
            public boolean isTaken(List<String> key) {
                return all.contains(key);
            }

            @Override
            public int count() {
                return all.size();
            }

            @Override
            public long highest(int part) {
                return numbers.of(part);
            }
        };
    }
}
