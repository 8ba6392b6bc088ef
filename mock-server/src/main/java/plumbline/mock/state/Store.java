package plumbline.mock.state;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What has been created, changed and removed, over what was there from the start. Thread-safe: each transaction sees a
 * state that no other one is about to change.
 */
public final class Store {
    private static final int MOST_SEEDED = 1_000;

    private Function<CollectionAddress, List<StoredItem>> seeds;
    private final StoreLimits limits;
    private final InstantSource clock;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<CollectionAddress, Contents> seeded = new ConcurrentHashMap<>();
    private final Map<CollectionAddress, Contents> written = new LinkedHashMap<>();
    private long version = StoredItem.Version.SEEDED.number();
    private int items;
    private long octets;
    private volatile Runnable listener = () -> {};

    /**
     * Makes a store.
     *
     * @param seeds what a collection holds before anything is written, the same each time it is asked
     */
    public Store(Function<CollectionAddress, List<StoredItem>> seeds, StoreLimits limits, InstantSource clock) {
        this.seeds = seeds;
        this.limits = limits;
        this.clock = clock;
    }

    /** {@return what is found when nothing is changed meanwhile} */
    public <T> T read(Function<Transaction, T> reader) {
        return locked(lock.readLock(), reader);
    }

    /** {@return what comes of a change, which all see at once} */
    public <T> T write(Function<Transaction, T> writer) {
        long[] versions = new long[2];
        T result = locked(lock.writeLock(), transaction -> {
            versions[0] = version;
            T written = writer.apply(transaction);
            versions[1] = version;
            return written;
        });
        if (versions[0] != versions[1]) {
            listener.run();
        }
        return result;
    }

    /** Puts everything back as it was at the start. */
    public void reset() {
        write(transaction -> {
            written.clear();
            items = 0;
            octets = 0;
            return version++;
        });
    }

    /**
     * Puts other seeds in the place of those of the start. What clients have written stays, on top of them.
     *
     * @param isKept whether what is written of a kind stays
     */
    public void reseed(Function<CollectionAddress, List<StoredItem>> others, Predicate<ItemKind> isKept) {
        write(transaction -> {
            seeds = others;
            seeded.clear();
            written.keySet().removeIf(address -> !isKept.test(address.kind()));
            items = 0;
            octets = 0;
            for (Map.Entry<CollectionAddress, Contents> entry : written.entrySet()) {
                Contents contents = entry.getValue();
                contents.reseed(seeded(entry.getKey()));
                items += contents.size();
                octets += contents.octets();
            }
            return written.isEmpty() ? version : version++;
        });
    }

    /** Has something done after each change. */
    public void onChange(Runnable listener) {
        this.listener = listener;
    }

    /** {@return all that has been written} */
    public StoreState state() {
        return read(transaction -> new StoreState(
                version,
                written.entrySet().stream()
                        .map(entry -> new StoreState.Collected(
                                entry.getKey(),
                                entry.getValue().all(),
                                List.copyOf(entry.getValue().removed())))
                        .toList()));
    }

    /** Puts what was written before in the place of all that is written. */
    public void restore(StoreState state) {
        write(transaction -> {
            written.clear();
            items = 0;
            octets = 0;
            for (StoreState.Collected collected : state.collections()) {
                Contents contents = Contents.of(collected.items());
                collected.removed().forEach(contents::bury);
                written.put(collected.address(), contents);
                items += contents.size();
                octets += contents.octets();
            }
            version = Math.max(version, state.version());
            return version;
        });
    }

    private <T> T locked(Lock part, Function<Transaction, T> work) {
        part.lock();
        try {
            return work.apply(new Transaction(this));
        } finally {
            part.unlock();
        }
    }

    Contents contents(CollectionAddress address) {
        Contents own = written.get(address);
        return own == null ? seeded(address) : own;
    }

    private Contents seeded(CollectionAddress address) {
        // Where nothing is written, nothing is made.
        if (!written.isEmpty() && isOfMadeItem(address) && !address.kind().isLasting()) {
            return new Contents();
        }
        Contents known = seeded.get(address);
        if (known == null) {
            known = Contents.of(seeds.apply(address));
            if (seeded.size() < MOST_SEEDED) {
                seeded.put(address, known);
            }
        }
        return known;
    }

    /** What a client made has no parts that it did not make, too, but what lasts as long as it. */
    private boolean isOfMadeItem(CollectionAddress address) {
        @Nullable CollectionAddress parent = address.parent().orElse(null);
        @Nullable StoredItem outer = parent == null ? null : contents(parent).get(address.parentKey());
        return outer != null && outer.version().isMade() || parent != null && isOfMadeItem(parent);
    }

    boolean isWritten(CollectionAddress address) {
        return written.containsKey(address);
    }

    StoredItem.Version next(boolean isMade) {
        version++;
        return new StoredItem.Version(version, clock.instant(), isMade);
    }

    void change(CollectionAddress address, Consumer<Contents> change) {
        Contents contents = written.get(address);
        if (contents == null) {
            contents = seeded(address).copy();
            written.put(address, contents);
            items += contents.size();
            octets += contents.octets();
        }
        int before = contents.size();
        long weight = contents.octets();
        change.accept(contents);
        items += contents.size() - before;
        octets += contents.octets() - weight;
    }

    void refuseIfFull(StoredItem another) {
        if (items >= limits.items() || octets + Weight.of(another.value()) > limits.octets()) {
            throw new StoreFullException(limits);
        }
    }

    void forgetBelow(CollectionAddress address, List<String> key) {
        written.entrySet().removeIf(entry -> {
            boolean isBelow = entry.getKey().isBelow(address, key);
            if (isBelow) {
                items -= entry.getValue().size();
                octets -= entry.getValue().octets();
            }
            return isBelow;
        });
    }
}
