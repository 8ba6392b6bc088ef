package plumbline.contract.pairing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;

/**
 * The documented response that belongs to an example of a request. OpenAPI does not say how the two are told to be one; what
 * documents do is to give both examples one name, or to write the status into that of the request's: {@code 404-unknown},
 * {@code HTTP404-unknown}.
 *
 * @param response the response; never that of {@code default}
 * @param status its status; the lowest one of a range
 * @param example the name of its example that belongs to that of the request; null if only the status is told
 */
public record PairedResponse(
        ResponseSpec response, int status, @Nullable String example) {
    private static final Pattern WITH_STATUS = Pattern.compile(
            "(?:(?:http|status)[ _-]?)?([1-5][0-9]{2})[ _:.-]+(.*[a-z].*)|(?:http|status)[ _-]?([1-5][0-9]{2})");

    /** {@return the response that an example of a request of an operation belongs to, if it tells} */
    public static Optional<PairedResponse> of(Operation operation, Example example) {
        return example.name().isEmpty()
                ? Optional.empty()
                : byName(operation, example.name()).or(() -> byStatus(operation, example.name()));
    }

    /**
     * {@return those examples that are not shown to be refused}
     *
     * @param all the examples of a parameter or a body of the operation
     */
    public static List<Example> allowed(Operation operation, List<Example> all) {
        return all.stream().filter(example -> isSuccessful(operation, example)).toList();
    }

    /**
     * {@return whether an example tells which response it belongs to: one of a refusal does not if a request that is not
     * refused has the same value}
     *
     * @param all the examples of the same parameter or body
     */
    public static boolean isTelling(Operation operation, Example example, List<Example> all) {
        return isSuccessful(operation, example)
                || all.stream()
                        .noneMatch(other -> other.value().equals(example.value()) && isSuccessful(operation, other));
    }

    private static boolean isSuccessful(Operation operation, Example example) {
        return of(operation, example).map(PairedResponse::isSuccess).orElse(true);
    }

    /** {@return whether the request succeeds} */
    public boolean isSuccess() {
        return response.isSuccess();
    }

    private static Optional<PairedResponse> byName(Operation operation, String name) {
        return operation.responses().stream()
                .filter(response -> !"default".equals(response.key()) && has(response, name))
                .map(response -> new PairedResponse(response, status(response), name))
                .findFirst();
    }

    private static Optional<PairedResponse> byStatus(Operation operation, String name) {
        Matcher told = WITH_STATUS.matcher(name.toLowerCase(Locale.ROOT));
        if (!told.matches()) {
            return Optional.empty();
        }
        String key = told.group(1) == null ? told.group(3) : told.group(1);
        String rest = told.group(2) == null ? "" : name.substring(told.start(2));
        return operation
                .response(Integer.parseInt(key))
                .filter(response -> !"default".equals(response.key()))
                .map(response ->
                        new PairedResponse(response, Integer.parseInt(key), has(response, rest) ? rest : null));
    }

    private static boolean has(ResponseSpec response, String name) {
        return !name.isEmpty()
                && response.content().stream()
                        .flatMap(content -> content.examples().stream())
                        .anyMatch(example -> example.name().equals(name));
    }

    private static int status(ResponseSpec response) {
        return Integer.parseInt(response.key().toUpperCase(Locale.ROOT).replace("XX", "00"));
    }
}
