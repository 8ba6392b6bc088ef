package plumbline.conformance.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;

/**
 * What of one operation a run has reached.
 *
 * @param operation the id of the operation
 * @param title method and path
 * @param parts what the contract documents of it
 */
public record OperationCoverage(String operation, String title, List<Part> parts) {
    public OperationCoverage {
        parts = List.copyOf(parts);
    }

    /** What can be reached. */
    public enum Kind {
        STATUS,
        PARAMETER,
        MEDIA_TYPE
    }

    /**
     * Something that the contract documents.
     *
     * @param name its name, such as {@code 404}, {@code query limit} or {@code 200 application/json}
     * @param reached whether the run has sent or seen it
     */
    public record Part(Kind kind, String name, boolean reached) {}

    /** {@return what verdicts have reached of these operations} */
    public static List<OperationCoverage> of(List<Operation> operations, List<Verdict> verdicts) {
        Map<String, List<Verdict>> byOperation = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict.trace().status() > 0) {
                byOperation
                        .computeIfAbsent(verdict.subject().operation().id(), id -> new ArrayList<>())
                        .add(verdict);
            }
        }
        return operations.stream()
                .map(operation -> of(operation, byOperation.getOrDefault(operation.id(), List.of())))
                .toList();
    }

    private static OperationCoverage of(Operation operation, List<Verdict> all) {
        List<Verdict> own = all.stream()
                .filter(verdict ->
                        operation.method().equals(verdict.subject().request().method()))
                .toList();
        List<Part> parts = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            boolean sent = own.stream()
                    .anyMatch(verdict -> isSent(parameter, verdict.subject().request()));
            parts.add(new Part(Kind.PARAMETER, parameter.in() + " " + parameter.name(), sent));
        }
        for (ResponseSpec response : operation.responses()) {
            List<Verdict> seen = own.stream()
                    .filter(verdict -> operation
                            .response(verdict.trace().status())
                            .filter(response::equals)
                            .isPresent())
                    .toList();
            parts.add(new Part(Kind.STATUS, response.key(), !seen.isEmpty()));
            for (MediaTypeSpec content : response.content()) {
                boolean came = seen.stream().anyMatch(verdict -> isOf(content, verdict));
                parts.add(new Part(Kind.MEDIA_TYPE, response.key() + " " + content.mediaType(), came));
            }
        }
        return new OperationCoverage(operation.id(), operation.title(), parts);
    }

    private static boolean isOf(MediaTypeSpec content, Verdict verdict) {
        Optional<MediaType> came = MediaType.parse(verdict.trace().details().mediaType());
        return came.filter(type -> content.mediaType().covers(type)
                        || content.mediaType().essence().equals(type.essence()))
                .isPresent();
    }

    private static boolean isSent(Parameter parameter, Request request) {
        return switch (parameter.in()) {
            case PATH -> true;
            case HEADER -> request.headers().contains(parameter.name());
            case COOKIE ->
                request.headers().all("Cookie").stream().anyMatch(cookie -> cookie.contains(parameter.name() + "="));
            case QUERYSTRING -> !request.query().isEmpty();
            case QUERY -> isInQuery(parameter.name(), request.query());
        };
    }

    /** Objects may be written as {@code filter[name]=…}. */
    private static boolean isInQuery(String name, String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String encoded = equals < 0 ? pair : pair.substring(0, equals);
            String key = PercentCoding.decode(encoded).orElse(encoded);
            if (key.equals(name) || key.startsWith(name + "[")) {
                return true;
            }
        }
        return false;
    }
}
