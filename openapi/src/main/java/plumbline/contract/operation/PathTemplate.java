package plumbline.contract.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.PercentCoding;

/**
 * A path with parameters in braces (OpenAPI, "Path Templating"). Read as it is meant are a query in a path, which fixes what
 * requests have to ask for, and parameters such as {@code {path+}} or {@code {path*}}, which take any number of segments.
 */
public final class PathTemplate {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}/]+)}");
    private static final Pattern PATH = Pattern.compile("(?:\\{[^{}/]+}|[^?#])*");
    private static final Pattern ENDING = Pattern.compile("(?:\\.json)?/*$");
    private static final Pattern MANY = Pattern.compile("^[+*]{1,2}(?=.)|(?<=.)[+*]$");

    /** Of RFC 3986, section 3.3, and escapes that a document may already have. */
    private static final String PLAIN_IN_PATHS = "/%!$&'()*+,;=:@";

    private final String text;
    private final String path;
    private final List<String> query;
    private final List<String> names;
    private final String shape;
    private final String ending;

    private final String below;

    public PathTemplate(String text) {
        this.text = text;
        Matcher start = PATH.matcher(text);
        this.path = start.lookingAt() ? start.group() : text;
        String rest = text.substring(path.length());
        this.query = rest.startsWith("?") && rest.length() > 1
                ? List.of(rest.substring(1).replaceAll("#.*", "").split("&", -1))
                : List.of();
        this.names = namesIn(text);
        this.shape = EXPRESSION.matcher(text).replaceAll("{}");
        Matcher end = ENDING.matcher(text);
        this.ending = end.find() ? end.group() : "";
        this.below = stem(shape) + "/";
    }

    /** {@return the names of the parameters in a text, in order} */
    public static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        Matcher expression = EXPRESSION.matcher(text);
        while (expression.find()) {
            names.add(name(expression.group(1)));
        }
        return List.copyOf(names);
    }

    /** {@return what finds the braces in a text, and what is in them} */
    public static Matcher expressions(String text) {
        return EXPRESSION.matcher(text);
    }

    /** {@return whether what is in braces takes any number of segments} */
    public static boolean takesSegments(String expression) {
        return MANY.matcher(expression).find();
    }

    /** {@return the name of the parameter that an expression in braces stands for} */
    public static String name(String expression) {
        return isMarked(expression) ? MANY.matcher(expression).replaceAll("") : expression;
    }

    private static boolean isMarked(String expression) {
        return expression.indexOf('+') >= 0 || expression.indexOf('*') >= 0;
    }

    /** {@return the template up to a query that it may have} */
    public String path() {
        return path;
    }

    /** {@return whether the template itself says what a part of the query is} */
    public boolean fixes(String queryName) {
        return query.stream().anyMatch(part -> part.startsWith(queryName + "="));
    }

    /** {@return how much of the query the template fixes} */
    public int queryParts() {
        return query.size();
    }

    /**
     * {@return the values, as sent, of the parameters that stand in the query of the template; nothing where the query lacks
     * what the template asks for}
     *
     * @param sent the query as sent; null for one that lacks nothing
     */
    public Optional<Map<String, String>> valuesIn(@Nullable String sent) {
        if (query.isEmpty() || sent == null) {
            return Optional.of(Map.of());
        }
        List<String> parts = List.of(sent.split("&", -1));
        Map<String, String> values = new HashMap<>();
        for (String asked : query) {
            int brace = asked.indexOf("={");
            String head = brace < 0 ? asked : asked.substring(0, brace + 1);
            Optional<String> part = parts.stream()
                    .filter(one -> brace < 0 ? plain(one).equals(plain(head)) : one.startsWith(head))
                    .findFirst();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            if (brace >= 0) {
                String name = name(asked.substring(brace + 2).replace("}", ""));
                values.put(name, part.get().substring(head.length()));
            }
        }
        return Optional.of(values);
    }

    private static String plain(String escaped) {
        return PercentCoding.decode(escaped).orElse(escaped);
    }

    /** {@return the query that the template asks for, with each parameter replaced by its value; empty if there is none} */
    public String query(Map<String, String> encodedValues) {
        return expanded(String.join("&", query), encodedValues);
    }

    /** {@return the names of the parameters in order} */
    public List<String> names() {
        return names;
    }

    /**
     * {@return the path, as it can be sent, with each parameter replaced by its value; parameters without a value stay as
     * they are}
     *
     * @param encodedValues the values as they shall stand in the path, percent-encoded
     */
    public String expand(Map<String, String> encodedValues) {
        return expanded(path, encodedValues);
    }

    /**
     * {@return the path with these values}
     *
     * @param values one for each name, as they are meant, from the left to the right
     */
    public String expand(List<String> values) {
        Map<String, String> encoded = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            encoded.put(names.get(i), PercentCoding.encode(values.get(i)));
        }
        return expand(encoded);
    }

    private static String expanded(String text, Map<String, String> encodedValues) {
        StringBuilder expanded = new StringBuilder();
        Matcher expression = EXPRESSION.matcher(text);
        int literal = 0;
        while (expression.find()) {
            expanded.append(PercentCoding.encode(text.substring(literal, expression.start()), PLAIN_IN_PATHS))
                    .append(encodedValues.getOrDefault(name(expression.group(1)), expression.group()));
            literal = expression.end();
        }
        return expanded.append(PercentCoding.encode(text.substring(literal), PLAIN_IN_PATHS))
                .toString();
    }

    /** {@return how the template ends for reasons of taste: with a slash, or {@code .json}; empty if it does not} */
    public String ending() {
        return ending;
    }

    /** {@return whether another template is the same, however each {@linkplain #ending() ends}, which may differ by method} */
    public boolean isSameAs(PathTemplate other) {
        return stem().equals(other.stem());
    }

    /** {@return the template without its ending} */
    public String stem() {
        return stem(text);
    }

    /** {@return the template, or a path that fits it, without its ending: below that stands what is part of it} */
    public String stem(String templateOrPath) {
        return templateOrPath.endsWith(ending)
                ? templateOrPath.substring(0, templateOrPath.length() - ending.length())
                : templateOrPath;
    }

    /** {@return whether the template ends in a parameter, but for its ending} */
    public boolean endsInParameter() {
        return stem().endsWith("}");
    }

    /** {@return whether what fits another template is part of what fits this one} */
    public boolean isAbove(PathTemplate other) {
        return other.shape.startsWith(below);
    }

    /** {@return how the shapes of all templates begin whose paths are part of what fits this one} */
    public String below() {
        return below;
    }

    /** {@return the template without the names of its parameters: equal shapes stand for the same paths} */
    public String shape() {
        return shape;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathTemplate that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
