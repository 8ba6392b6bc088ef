package plumbline.contract.sampling.variation;

import java.util.List;

/**
 * Values made of one valid value.
 *
 * @param list the values, in the order of their places
 * @param isCut whether there would have been more
 */
public record Variations<T>(List<T> list, boolean isCut) {
    public Variations {
        list = List.copyOf(list);
    }
}
