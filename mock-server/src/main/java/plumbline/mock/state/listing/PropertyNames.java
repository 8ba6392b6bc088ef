package plumbline.mock.state.listing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The properties of items, found by the names that parameters have for them.
 *
 * @param names the names of the properties
 */
record PropertyNames(Set<String> names) {
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
                .or(() -> plain.endsWith("ses") ? plain(plain.substring(0, plain.length() - 2)) : Optional.empty())
                .or(() -> plain.startsWith("filter") ? plain(plain.substring("filter".length())) : Optional.empty())
                .or(() -> OPERATOR.matcher(name).find()
                        ? named(OPERATOR.matcher(name).replaceFirst(""))
                        : Optional.empty());
    }

    /** {@return the property that holds what a parameter names, as in {@code tags} of {@code tag_name}} */
    Optional<String> holding(String plain) {
        Matcher parts = NAME_OF_PART.matcher(plain);
        return parts.matches() ? plain(parts.group(1)).or(() -> plain(parts.group(1) + "s")) : Optional.empty();
    }

    /**
     * {@return the property of which a parameter is a bound, as in {@code created} of {@code created_after}}
     *
     * @param isTime whether the bound is a moment, and so the property most likely one of them
     */
    Optional<String> bounded(String plain, boolean isTime) {
        Optional<String> time = OF_TIMES.stream()
                .flatMap(ending -> plain(plain + ending).stream())
                .findFirst();
        return (isTime ? time : plain(plain))
                .or(() -> isTime ? plain(plain) : time)
                .or(() -> plain.startsWith("filter")
                        ? bounded(plain.substring("filter".length()), isTime)
                        : Optional.empty());
    }

    /** {@return the property that a client means by which items are sorted} */
    Optional<String> sorting(String name) {
        String plain = Wish.plain(name);
        return named(name)
                .or(() -> bounded(plain, true))
                .or(() -> BIRTH.contains(plain) ? birth() : Optional.empty())
                .or(() -> plain.startsWith("alpha") ? plain("name").or(() -> plain("title")) : Optional.empty());
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
