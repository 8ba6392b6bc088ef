package plumbline.mock.state;

/**
 * How much a store holds at most.
 *
 * @param items how many items
 * @param octets how many octets they take, roughly, written as JSON
 */
public record StoreLimits(int items, long octets) {
    /** {@return what is enough for tests, and fits into the memory of any machine} */
    public static StoreLimits standard() {
        return new StoreLimits(200_000, 200_000_000);
    }
}
