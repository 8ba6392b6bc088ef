package plumbline.contract.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.http.PercentCoding;

/** A path with parameters in braces (OpenAPI, "Path Templating"). */
public final class PathTemplate {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([^{}/]+)}");

    /** Of RFC 3986, section 3.3, and escapes that a document may already have. */
    private static final String PLAIN_IN_PATHS = "/%!$&'()*+,;=:@";

    private final String text;
    private final List<String> names;

    public PathTemplate(String text) {
        this.text = text;
        List<String> found = new ArrayList<>();
        Matcher matcher = EXPRESSION.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        this.names = List.copyOf(found);
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
        StringBuilder path = new StringBuilder();
        Matcher expression = EXPRESSION.matcher(text);
        int literal = 0;
        while (expression.find()) {
            path.append(PercentCoding.encode(text.substring(literal, expression.start()), PLAIN_IN_PATHS))
                    .append(encodedValues.getOrDefault(expression.group(1), expression.group()));
            literal = expression.end();
        }
        return path.append(PercentCoding.encode(text.substring(literal), PLAIN_IN_PATHS))
                .toString();
    }

    /** {@return the template without the names of its parameters: equal shapes stand for the same paths} */
    public String shape() {
        return EXPRESSION.matcher(text).replaceAll("{}");
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
