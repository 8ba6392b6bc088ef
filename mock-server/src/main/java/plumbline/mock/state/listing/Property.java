package plumbline.mock.state.listing;

import plumbline.json.jackson.databind.JsonNode;

/**
 * A property by which items are told apart.
 *
 * @param name its name
 * @param isAttribute whether it stands in the member {@value Selecting#ATTRIBUTES} of items
 */
record Property(String name, boolean isAttribute) {
    /** {@return what an item has there} */
    JsonNode of(JsonNode item) {
        return (isAttribute ? item.path(Selecting.ATTRIBUTES) : item).path(name);
    }
}
