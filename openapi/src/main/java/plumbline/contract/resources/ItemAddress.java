package plumbline.contract.resources;

import java.util.List;
import plumbline.contract.operation.PathTemplate;

/**
 * A path on which an item is found.
 *
 * @param template the path template
 * @param parameters those of its parameters that name the item in its collection, in order; the others name its parents
 */
public record ItemAddress(PathTemplate template, List<String> parameters) {
    public ItemAddress {
        parameters = List.copyOf(parameters);
    }
}
