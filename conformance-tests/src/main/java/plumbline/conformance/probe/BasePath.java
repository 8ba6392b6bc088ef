package plumbline.conformance.probe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Request;

/** Nothing is found under the base path, and the same is found under another. */
final class BasePath {
    private static final int MOST_TRIED = 4;

    private BasePath() {}

    static Optional<String> fault(ProbeResult result) {
        if (!result.all(one -> one.status() == 404 || one.isStrangePage())) {
            return Optional.empty();
        }
        List<String> documented = result.documentedPaths().get();
        return others(result.target(), documented).stream()
                .limit(MOST_TRIED)
                .flatMap(path -> seen(result, path, documented.contains(path)).stream())
                .findFirst();
    }

    private static Set<String> others(Target target, List<String> documented) {
        Set<String> others = new LinkedHashSet<>(documented);
        documented.forEach(path -> others.add(target.basePath() + path));
        others.add("");
        others.remove(target.basePath());
        return others;
    }

    private static Optional<String> seen(ProbeResult result, String path, boolean isDocumented) {
        for (Inquiry one : result.asked()) {
            String rest =
                    one.request().path().substring(result.target().basePath().length());
            Request moved = one.request().withPath(path + rest);
            Inquiry there = new Inquiry(
                    one.operation(), moved, one.isKnown(), result.contact().send(moved));
            if (there.isSuccess()) {
                String base = result.target().origin() + path;
                return Optional.of("no answer of " + result.target() + " was of this API: GET "
                        + one.request().path() + " was answered with " + one.status() + ", but GET " + moved.path()
                        + " with " + there.status()
                        + (isDocumented && !path.isEmpty() ? ", as the contract's server ends in " + path : "")
                        + "; try the base URL " + base);
            }
        }
        return Optional.empty();
    }
}
