package plumbline.contract.resources;

import java.util.Locale;

/** What an operation does with a resource. */
public enum Role {
    /** Shows several items. */
    LIST,
    /** Makes an item: by POST, or by PUT to a path that the client chooses. */
    CREATE,
    /** Shows one item. */
    READ,
    /** Puts another state in the place of an item's. */
    REPLACE,
    /** Changes a part of an item. */
    CHANGE,
    /** Removes an item. */
    REMOVE,
    /** Does something else with an item. */
    ACT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
