package plumbline.mock.state;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The highest number that each part of some keys is. */
final class HighestNumbers {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final List<Long> highest = new ArrayList<>();

    void note(List<String> key) {
        for (int i = 0; i < key.size(); i++) {
            if (i == highest.size()) {
                highest.add(0L);
            }
            if (NUMBER.matcher(key.get(i)).matches()) {
                highest.set(i, Math.max(highest.get(i), Long.parseLong(key.get(i))));
            }
        }
    }

    /** {@return that of one part of all keys; 0 if none was a number} */
    long of(int part) {
        return part < highest.size() ? highest.get(part) : 0;
    }
}
