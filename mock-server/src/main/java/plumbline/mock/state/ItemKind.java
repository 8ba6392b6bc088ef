package plumbline.mock.state;

import org.jspecify.annotations.Nullable;

/**
 * What items are stored of.
 *
 * @param path the path template of the collection, which is different for each kind
 * @param parent the kind that items of this one are part of; null if there is none
 * @param scopeSize how many values name the collection that an item stands in
 * @param keySize how many values name an item in its collection; none if there is but one
 * @param isLasting whether there is one as long as there is what it is part of, such as settings that nobody removes
 */
public record ItemKind(String path, @Nullable ItemKind parent, int scopeSize, int keySize, boolean isLasting) {
    /** As their paths tell kinds from each other, those that it is part of need not be asked. */
    @Override
    public int hashCode() {
        return path.hashCode();
    }
}
