package plumbline.mock.state.listing;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of items, found by the names that parameters have for them.
 *
 * @param names the names of the properties
 */
record PropertyNames(Set<String> names) {
    private static final List<String> OF_TIMES = List.of("", "at", "on", "date", "time", "timestamp", "datetime");
    private static final List<String> BIRTH =
            List.of("createdat", "created", "createddate", "creationdate", "date", "timestamp", "time", "occurredat");

    PropertyNames {
        names = Set.copyOf(names);
    }

    /** {@return the property that a parameter is called by} */
    Optional<String> named(String name) {
        if (names.contains(name)) {
            return Optional.of(name);
        }
        String plain = Wish.plain(name);
        return plain(plain)
                .or(() -> plain(plain + "s"))
                .or(() -> plain.endsWith("s") ? plain(plain.substring(0, plain.length() - 1)) : Optional.empty())
                .or(() -> plain.startsWith("filter") ? plain(plain.substring("filter".length())) : Optional.empty());
    }

    /** {@return the property of which a parameter is a bound, as in {@code created} of {@code created_after}} */
    Optional<String> bounded(String plain) {
        return OF_TIMES.stream()
                .flatMap(ending -> plain(plain + ending).stream())
                .findFirst()
                .or(() -> plain.startsWith("filter") ? bounded(plain.substring("filter".length())) : Optional.empty());
    }

    /** {@return the property that says when an item was made} */
    Optional<String> birth() {
        return BIRTH.stream().flatMap(name -> plain(name).stream()).findFirst();
    }

    private Optional<String> plain(String wanted) {
        return wanted.isEmpty()
                ? Optional.empty()
                : names.stream().filter(name -> Wish.plain(name).equals(wanted)).findFirst();
    }
}
