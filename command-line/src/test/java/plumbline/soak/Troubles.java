package plumbline.soak;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What went wrong under load, each with what was under way. */
final class Troubles {
    private static final int MOST = 100;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** Something that is done again and again. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** Does it, and keeps what goes wrong, for the next time is to come all the same. */
    void of(Work work) {
        try {
            work.run();
        } catch (Exception | AssertionError trouble) {
            if (told.size() < MOST) {
                told.add(trouble.toString());
            }
        }
    }

    List<String> all() {
        return List.copyOf(told);
    }
}
