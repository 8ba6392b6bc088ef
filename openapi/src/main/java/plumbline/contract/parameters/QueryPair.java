package plumbline.contract.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import plumbline.contract.http.PercentCoding;

/**
 * One part of a query.
 *
 * @param name the name, decoded
 * @param rawValue the value as sent
 * @param hasValue whether there was an equals sign
 */
record QueryPair(String name, String rawValue, boolean hasValue) {
    private static final Pattern ITEM = Pattern.compile("\\[[0-9]*]");

    static List<QueryPair> parse(String query) {
        List<QueryPair> pairs = new ArrayList<>();
        if (query.isEmpty()) {
            return pairs;
        }
        for (String part : query.split("&", -1)) {
            if (!part.isEmpty()) {
                pairs.add(of(part));
            }
        }
        return pairs;
    }

    static QueryPair of(String part) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        return new QueryPair(plain(name), equals < 0 ? "" : part.substring(equals + 1), equals >= 0);
    }

    /** {@return whether this is an item of a list of this name, as widely used clients write it} */
    boolean isItemOf(String list) {
        return name.length() > list.length()
                && name.startsWith(list)
                && ITEM.matcher(name.substring(list.length())).matches();
    }

    /** {@return whether the value is properly percent-encoded} */
    boolean isReadable() {
        return PercentCoding.decode(rawValue).isPresent();
    }

    /** {@return the text without escapes, plus signs read as spaces; malformed escapes stay as they are} */
    static String plain(String raw) {
        String spaced = raw.replace('+', ' ');
        return PercentCoding.decode(spaced).orElse(spaced);
    }
}
