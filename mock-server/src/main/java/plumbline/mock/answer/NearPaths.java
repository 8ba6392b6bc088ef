package plumbline.mock.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.text.Spelling;

/**
 * What documented path was probably meant by one that is not documented.
 *
 * @param contract the contract
 */
record NearPaths(Contract contract) {
    private static final String EMPTY = "empty";

    /** {@return what is wrong with the path, in words} */
    Optional<String> hint(Request request) {
        String path = request.path();
        String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        if (isDocumented(request.method(), other)) {
            return Optional.of(other + " is; they differ in the slash at the end");
        }
        if (isDocumented(request.method(), path)) {
            return Optional.of("the path is, with another query");
        }
        return empty(request).or(() -> below(request)).or(() -> mistyped(path));
    }

    private Optional<String> below(Request request) {
        return contract.basePaths().stream()
                .map(base -> base + request.path())
                .filter(path -> isDocumented(request.method(), path))
                .findFirst()
                .map(path -> "did you mean " + path + "?");
    }

    /** The path with each segment that no template has in its place spelled as the nearest that one has. */
    private Optional<String> mistyped(String path) {
        String[] sent = path.split("/", -1);
        List<String> meant = contract.operations().stream()
                .flatMap(operation -> operation.basePaths().stream()
                        .map(base -> base + operation.template().path()))
                .distinct()
                .map(template -> meant(sent, template.split("/", -1)))
                .flatMap(Optional::stream)
                .toList();
        return Spelling.nearest(path, meant).map(near -> "did you mean " + near + "?");
    }

    private static Optional<String> meant(String[] sent, String[] template) {
        List<String> segments = new ArrayList<>();
        for (int i = 0; i < template.length && template.length == sent.length; i++) {
            boolean isOpen = template[i].indexOf('{') >= 0;
            Optional<String> segment = isOpen ? Optional.of(sent[i]) : Spelling.nearest(sent[i], List.of(template[i]));
            segment.ifPresent(segments::add);
        }
        return segments.size() == sent.length ? Optional.of(String.join("/", segments)) : Optional.empty();
    }

    private Optional<String> empty(Request request) {
        String inside = request.path().replaceAll("(?<=/)(?=/)", EMPTY);
        return empty(request.method(), inside).or(() -> empty(request.method(), inside + EMPTY));
    }

    private Optional<String> empty(String method, String filled) {
        return contract.match(method, filled) instanceof Match.Found found
                        && found.pathValues().containsValue(EMPTY)
                ? Optional.of("the parameter '" + name(found) + "' of "
                        + found.operation().template() + " is empty")
                : Optional.empty();
    }

    private static String name(Match.Found found) {
        return found.operation().template().names().stream()
                .filter(name -> EMPTY.equals(found.pathValues().get(name)))
                .findFirst()
                .orElse("");
    }

    private boolean isDocumented(String method, String path) {
        return !(contract.match(method, path) instanceof Match.NoPath);
    }
}
