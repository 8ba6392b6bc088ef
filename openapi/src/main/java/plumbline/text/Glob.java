package plumbline.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plumbline.contract.operation.Operation;

/**
 * A pattern of names, in which {@code *} stands for any characters and {@code ?} for one; capitals count as small letters.
 *
 * @param text the pattern as the user wrote it
 */
public record Glob(String text) {
    public Glob {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a pattern cannot be empty");
        }
    }

    /** {@return whether the pattern fits a whole name} */
    public boolean fits(String name) {
        String expression = text.trim()
                .chars()
                .mapToObj(character -> switch (character) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(character));
                })
                .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(name)
                .matches();
    }

    /** {@return whether it fits the operationId, the path, both method and path, a tag or the method} */
    public boolean fits(Operation operation) {
        return fits(operation.id())
                || fits(operation.template().toString())
                || fits(operation.title())
                || fits(operation.method())
                || operation.description().tags().stream().anyMatch(this::fits);
    }

    @Override
    public String toString() {
        return text;
    }
}
