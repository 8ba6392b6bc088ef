package plumbline.contract.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;

/**
 * One method of one path.
 *
 * @param id the operationId, or method and path template where there is none
 * @param method the method in upper case
 * @param template the path template, without base path
 * @param basePaths the base paths of its servers, at least one; empty text for the root
 * @param parameters the parameters of the operation and those of its path that it does not override
 * @param body the request body; null if none is described
 * @param responses the documented responses in order
 * @param security the alternatives of which one must be met; empty if no credentials are needed
 * @param description what else is said of it
 * @param node the operation object
 */
public record Operation(
        String id,
        String method,
        PathTemplate template,
        List<String> basePaths,
        List<Parameter> parameters,
        @Nullable RequestBodySpec body,
        List<ResponseSpec> responses,
        List<SecurityRequirement> security,
        Description description,
        Node node) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "QUERY");

    /**
     * What a document says of an operation beyond its messages.
     *
     * @param summary one line; may be empty
     * @param tags the tags
     * @param deprecated whether clients should move away from it
     */
    public record Description(String summary, List<String> tags, boolean deprecated) {
        public Description {
            tags = List.copyOf(tags);
        }
    }

    public Operation {
        basePaths = List.copyOf(basePaths);
        parameters = List.copyOf(parameters);
        responses = List.copyOf(responses);
        security = List.copyOf(security);
    }

    /** {@return the closest documented response to a status: exact, then range, then default (OpenAPI 4.8.16)} */
    public Optional<ResponseSpec> response(int status) {
        return responses.stream()
                .filter(response -> response.closeness(status) > 0)
                .max(Comparator.comparingInt(response -> response.closeness(status)));
    }

    /** {@return the response documented under this very key} */
    public Optional<ResponseSpec> response(String key) {
        return responses.stream()
                .filter(response -> response.key().equalsIgnoreCase(key))
                .findFirst();
    }

    /** {@return the parameters that are sent in this place} */
    public List<Parameter> parameters(Parameter.In in) {
        List<Parameter> found = new ArrayList<>();
        for (Parameter parameter : parameters) {
            if (parameter.in() == in) {
                found.add(parameter);
            }
        }
        return found;
    }

    /** {@return the examples of requests: those of each parameter, and of each media type of the body} */
    public List<List<Example>> requestExamples() {
        List<List<Example>> examples = new ArrayList<>();
        parameters.forEach(parameter -> examples.add(parameter.examples()));
        if (body != null) {
            body.content().forEach(content -> examples.add(content.examples()));
        }
        return examples;
    }

    /** {@return whether the contract lists the values that a parameter of the path may have} */
    public boolean listsValues(String pathParameter) {
        return parameters(Parameter.In.PATH).stream()
                .filter(parameter -> parameter.isNamed(pathParameter))
                .flatMap(parameter -> parameter.valueSchema().stream())
                .map(schema -> schema.node().resolved())
                .anyMatch(schema ->
                        schema.get("enum").isPresent() || schema.get("const").isPresent());
    }

    /**
     * {@return whether this operation lists values where others name an item by any: then it is on another thing, such as a
     * scope}
     *
     * @param onItem an operation on the item, whose path is the beginning of this one's
     */
    public boolean listsNamesOf(Operation onItem) {
        List<String> names = onItem.template().names();
        List<String> own = template.names();
        return IntStream.range(0, Math.min(names.size(), own.size()))
                .anyMatch(i -> listsValues(own.get(i)) && !onItem.listsValues(names.get(i)));
    }

    /** {@return whether this operation can be called without credentials} */
    public boolean isOpen() {
        return security.isEmpty()
                || security.stream()
                        .anyMatch(requirement -> requirement.schemes().isEmpty());
    }

    /** {@return whether a parameter is a key that the operation asks for as credentials, described once more} */
    public boolean isCredential(Parameter parameter) {
        return security.stream()
                .flatMap(requirement -> requirement.schemes().stream())
                .anyMatch(scheme -> scheme.isSentAs(parameter));
    }

    /** {@return the base path to call it by, where it has several} */
    public String basePath() {
        return basePaths.get(0);
    }

    /** {@return the base path that a path to it begins with; empty if that is none of its own} */
    public String basePathOf(String path) {
        for (String base : basePaths) {
            if (path.startsWith(base) && path.startsWith("/", base.length())) {
                return base;
            }
        }
        return "";
    }

    /** {@return a path to it without its base path} */
    public String withoutBasePath(String path) {
        return path.substring(basePathOf(path).length());
    }

    /** {@return method and path template, such as {@code GET /books/{isbn}}} */
    public String title() {
        return method + " " + template;
    }

    /** {@return whether the method is safe (RFC 9110, section 9.2.1, and the draft of QUERY)} */
    public boolean isSafe() {
        return SAFE.contains(method);
    }

    /** {@return whether both are the same operation of the same contract} */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
