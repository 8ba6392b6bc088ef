package plumbline.contract.body.xml;

import java.util.regex.Pattern;

/**
 * A name of an element or attribute.
 *
 * @param namespace the namespace; empty if there is none
 * @param local the name within the namespace
 */
record XmlName(String namespace, String local) {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");
    private static final Pattern IMPOSSIBLE = Pattern.compile("[^\\p{L}\\p{N}._-]");

    /** {@return whether this is no name of XML itself, such as {@code xml:lang} or {@code xsi:type}} */
    boolean isOwn() {
        return namespace.isEmpty();
    }

    /** {@return the text itself if it may be a name, else one that may and is like it} */
    static String possible(String text) {
        if (PLAIN.matcher(text).matches()) {
            return text;
        }
        String possible = IMPOSSIBLE.matcher(text).replaceAll("_");
        return PLAIN.matcher(possible).matches() ? possible : "_" + possible;
    }
}
