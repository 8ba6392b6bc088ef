package plumbline.contract.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Header fields in the order in which they came (RFC 9110, section 5).
 *
 * @param fields the field lines, repeated names allowed
 */
public record Headers(List<Header> fields) implements Iterable<Header> {
    private static final Headers NONE = new Headers(List.of());

    public Headers {
        fields = List.copyOf(fields);
    }

    /** {@return no header fields} */
    public static Headers none() {
        return NONE;
    }

    /** {@return these fields, given as name, value, name, value …} */
    public static Headers of(String... namesAndValues) {
        List<Header> fields = new ArrayList<>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    /** {@return the value of the first field of this name} */
    public Optional<String> first(String name) {
        return Optional.ofNullable(find(name));
    }

    /** {@return the values of all fields of this name, in order} */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (Header field : fields) {
            if (field.is(name)) {
                values.add(field.value());
            }
        }
        return values;
    }

    /**
     * {@return all fields of this name as one comma-separated list, which means the same (RFC 9110, section 5.3)}
     */
    public Optional<String> joined(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    public boolean contains(String name) {
        return find(name) != null;
    }

    /** {@return these fields and one more at the end} */
    public Headers and(String name, String value) {
        Header[] more = Arrays.copyOf(fields.toArray(Header[]::new), fields.size() + 1);
        more[fields.size()] = new Header(name, value);
        return new Headers(List.of(more));
    }

    /** {@return these fields with exactly one of this name} */
    public Headers with(String name, String value) {
        return without(name).and(name, value);
    }

    /** {@return these fields without those of this name} */
    public Headers without(String name) {
        return contains(name)
                ? new Headers(fields.stream().filter(field -> !field.is(name)).toList())
                : this;
    }

    @Override
    public Iterator<Header> iterator() {
        return fields.iterator();
    }

    private @Nullable String find(String name) {
        for (Header field : fields) {
            if (field.is(name)) {
                return field.value();
            }
        }
        return null;
    }
}
