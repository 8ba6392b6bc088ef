package plumbline.mock.state;

import java.util.List;

/**
 * All that has been written into a store.
 *
 * @param version how often that was
 * @param collections the collections that are not as they were at the start
 */
public record StoreState(long version, List<Collected> collections) {
    /**
     * What a collection holds.
     *
     * @param address its name
     * @param items its items, in order
     * @param removed the keys of what has been removed
     */
    public record Collected(CollectionAddress address, List<StoredItem> items, List<List<String>> removed) {
        public Collected {
            items = List.copyOf(items);
            removed = List.copyOf(removed);
        }
    }

    public StoreState {
        collections = List.copyOf(collections);
    }
}
