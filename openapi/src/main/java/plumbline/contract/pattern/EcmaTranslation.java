package plumbline.contract.pattern;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a regular expression of ECMA-262 as one of Java that means the same. */
final class EcmaTranslation {
    private static final Pattern QUANTIFIER = Pattern.compile("\\{[0-9]+(,[0-9]*)?}");
    private static final Pattern CODE_POINT = Pattern.compile("\\\\u\\{([0-9a-fA-F]{1,6})}");
    private static final Pattern PROPERTY = Pattern.compile("\\\\([pP])\\{([A-Za-z_]+)(?:=([A-Za-z_]+))?}");
    private static final String WHITE_SPACE = "\\s\\u00a0\\ufeff\\u2028\\u2029\\p{Zs}";
    private static final Map<String, String> CATEGORIES = Map.ofEntries(
            Map.entry("Letter", "L"),
            Map.entry("Lowercase_Letter", "Ll"),
            Map.entry("Uppercase_Letter", "Lu"),
            Map.entry("Titlecase_Letter", "Lt"),
            Map.entry("Modifier_Letter", "Lm"),
            Map.entry("Other_Letter", "Lo"),
            Map.entry("Mark", "M"),
            Map.entry("Number", "N"),
            Map.entry("Decimal_Number", "Nd"),
            Map.entry("digit", "Nd"),
            Map.entry("Letter_Number", "Nl"),
            Map.entry("Punctuation", "P"),
            Map.entry("punct", "P"),
            Map.entry("Symbol", "S"),
            Map.entry("Separator", "Z"),
            Map.entry("Space_Separator", "Zs"),
            Map.entry("Other", "C"),
            Map.entry("Control", "Cc"));

    private final String source;
    private final StringBuilder java = new StringBuilder();
    private int position;

    EcmaTranslation(String source) {
        this.source = source;
    }

    String toJava() {
        while (position < source.length()) {
            char character = source.charAt(position);
            switch (character) {
                case '\\' -> escape(false);
                case '[' -> characterClass();
                // In Java, $ also matches before a line break at the end.
                case '$' -> take("\\z");
                case '{' -> brace();
                case '}' -> take("\\}");
                default -> take(String.valueOf(character));
            }
        }
        return java.toString();
    }

    private void take(String translation) {
        java.append(translation);
        position++;
    }

    /** A brace that starts no quantifier stands for itself (ECMA-262, annex B). */
    private void brace() {
        Matcher quantifier = QUANTIFIER.matcher(source).region(position, source.length());
        if (quantifier.lookingAt()) {
            java.append(quantifier.group());
            position = quantifier.end();
        } else {
            take("\\{");
        }
    }

    private void characterClass() {
        if (source.startsWith("[^]", position)) {
            java.append("[\\s\\S]");
            position += 3;
            return;
        }
        if (source.startsWith("[]", position)) {
            java.append("(?!)");
            position += 2;
            return;
        }
        take("[");
        if (position < source.length() && source.charAt(position) == '^') {
            take("^");
        }
        while (position < source.length() && source.charAt(position) != ']') {
            classCharacter(source.charAt(position));
        }
        if (position < source.length()) {
            take("]");
        }
    }

    private void classCharacter(char character) {
        switch (character) {
            case '\\' -> escape(true);
            // Java nests classes and intersects them; ECMA-262 does not.
            case '[' -> take("\\[");
            case '&' -> take("\\&");
            case '^' -> take("\\^");
            default -> take(String.valueOf(character));
        }
    }

    private void escape(boolean inClass) {
        Matcher codePoint = CODE_POINT.matcher(source).region(position, source.length());
        Matcher property = PROPERTY.matcher(source).region(position, source.length());
        if (codePoint.lookingAt()) {
            java.append("\\x{").append(codePoint.group(1)).append('}');
            position = codePoint.end();
        } else if (property.lookingAt()) {
            java.append(property(property));
            position = property.end();
        } else if (position + 1 < source.length()) {
            java.append(simpleEscape(source.charAt(position + 1), inClass));
            position += 2;
        } else {
            take("\\");
        }
    }

    private static String simpleEscape(char escaped, boolean inClass) {
        return switch (escaped) {
            case 's' -> inClass ? WHITE_SPACE : "[" + WHITE_SPACE + "]";
            case 'S' -> "[^" + WHITE_SPACE + "]";
            case 'v' -> "\\x0B";
            case 'b' -> inClass ? "\\x08" : "\\b";
            case '0' -> "\\x00";
            // Identity escapes; not anchors and the like, which authors take over from other dialects and mean so.
            case 'a', 'e', 'g', 'i', 'j', 'l', 'm', 'o', 'q', 'y' -> String.valueOf(escaped);
            default -> "\\" + escaped;
        };
    }

    private static String property(Matcher property) {
        String name = property.group(2);
        String value = property.group(3);
        String letter = "\\" + property.group(1);
        if (value == null) {
            boolean isWhole = name.length() <= 2 || name.startsWith("Is") || name.startsWith("In");
            return letter + "{" + CATEGORIES.getOrDefault(name, isWhole ? name : "Is" + name) + "}";
        }
        boolean isCategory = "General_Category".equals(name) || "gc".equals(name);
        return letter + "{" + (isCategory ? CATEGORIES.getOrDefault(value, value) : "Is" + value) + "}";
    }
}
