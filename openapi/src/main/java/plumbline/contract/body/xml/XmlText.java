package plumbline.contract.body.xml;

/** Texts in XML. */
final class XmlText {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    static String escaped(String text) {
        return escaped(text, "");
    }

    static String escapedAttribute(String text) {
        return escaped(text, "\"\t\n");
    }

    static String section(String text) {
        String possible =
                text.chars().allMatch(character -> isPossible((char) character) && character != '\r') ? text : "";
        // A section cannot hold what ends it, so it ends and goes on in another.
        return possible.equals(text) ? "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>" : escaped(text);
    }

    private static String escaped(String text, String alsoByNumber) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                // A reader would turn a bare one into a line feed.
                case '\r' -> escaped.append("&#13;");
                default -> {
                    if (alsoByNumber.indexOf(character) >= 0) {
                        escaped.append("&#").append((int) character).append(';');
                    } else {
                        escaped.append(isPossible(character) ? character : REPLACEMENT);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /** XML has no way to write most control characters. */
    private static boolean isPossible(char character) {
        return character >= ' ' && character != '\uFFFE' && character != '\uFFFF'
                || character == '\t'
                || character == '\n'
                || character == '\r';
    }
}
