package plumbline.mock.state.listing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The properties of items, found by the names that parameters have for them.
 *
 * @param own the names of their own properties
 * @param attributes the names of their attributes, if they have such
 */
record PropertyNames(Set<String> own, Set<String> attributes) {
    private static final List<String> OF_TIMES = List.of("at", "on", "date", "time", "timestamp", "datetime");
    private static final List<String> BIRTH = List.of(
            "createdat",
            "created",
            "createddate",
            "createdtime",
            "creationdate",
            "datecreated",
            "date",
            "timestamp",
            "time",
            "occurredat");
    private static final Pattern OPERATOR = Pattern.compile("(?i)[^A-Za-z0-9](in|eq|is)]?$");
    private static final Pattern NAME_OF_PART = Pattern.compile("(.+?)(id|ids|name|slug|key)");

    PropertyNames {
        own = Set.copyOf(own);
        attributes = Set.copyOf(attributes);
    }

    /** {@return the property that a parameter is called by} */
    Optional<Property> named(String name) {
        if (own.contains(name)) {
            return Optional.of(new Property(name, false));
        }
        String plain = Wish.plain(name);
        return plain(plain)
                .or(() -> plain(plain + "s"))
                .or(() -> plain.endsWith("s") ? plain(plain.substring(0, plain.length() - 1)) : Optional.empty())
                .or(() -> plain.endsWith("ses") ? plain(plain.substring(0, plain.length() - 2)) : Optional.empty())
                .or(() -> plain.startsWith("filter") ? plain(plain.substring("filter".length())) : Optional.empty())
                .or(() -> OPERATOR.matcher(name).find()
                        ? named(OPERATOR.matcher(name).replaceFirst(""))
                        : Optional.empty());
    }

    /** {@return the property that holds what a parameter names, as in {@code tags} of {@code tag_name}} */
    Optional<Property> holding(String plain) {
        Matcher parts = NAME_OF_PART.matcher(plain);
        return parts.matches() ? plain(parts.group(1)).or(() -> plain(parts.group(1) + "s")) : Optional.empty();
    }

    /**
     * {@return the property of which a parameter is a bound, as in {@code created} of {@code created_after}}
     *
     * @param isTime whether the bound is a moment, and so the property most likely one of them
     */
    Optional<Property> bounded(String plain, boolean isTime) {
        Optional<Property> time = OF_TIMES.stream()
                .flatMap(ending -> plain(plain + ending).stream())
                .findFirst();
        return (isTime ? time : plain(plain))
                .or(() -> isTime ? plain(plain) : time)
                .or(() -> plain.startsWith("filter")
                        ? bounded(plain.substring("filter".length()), isTime)
                        : Optional.empty());
    }

    /** {@return the property that a client means by which items are sorted} */
    Optional<Property> sorting(String name) {
        String plain = Wish.plain(name);
        return named(name)
                .or(() -> bounded(plain, true))
                .or(() -> BIRTH.contains(plain) ? birth() : Optional.empty())
                .or(() -> plain.startsWith("alpha") ? plain("name").or(() -> plain("title")) : Optional.empty());
    }

    /** {@return the property that says when an item was made} */
    Optional<Property> birth() {
        return BIRTH.stream().flatMap(name -> plain(name).stream()).findFirst();
    }

    private Optional<Property> plain(String wanted) {
        return wanted.isEmpty()
                ? Optional.empty()
                : plain(wanted, own)
                        .map(name -> new Property(name, false))
                        .or(() -> plain(wanted, attributes).map(name -> new Property(name, true)));
    }

    private static Optional<String> plain(String wanted, Set<String> names) {
        return names.stream().filter(name -> Wish.plain(name).equals(wanted)).findFirst();
    }
}
