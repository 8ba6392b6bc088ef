package plumbline.mock.answer;

import java.util.Optional;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Request;

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
        return empty(request);
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
