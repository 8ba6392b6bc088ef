package plumbline.contract.mending;

import plumbline.contract.document.Problem;
import plumbline.contract.document.Topic;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.PathTemplate;

/** A path that goes on with a query or a fragment, which no path of a request can; routing understands what is meant. */
final class QueryInPath {
    private static final String PATHS = "/paths/";

    private QueryInPath() {}

    private static boolean isOne(String path) {
        return !new PathTemplate(path).path().equals(path);
    }

    /** {@return whether a problem tells that} */
    static boolean isToldBy(Problem problem) {
        String pointer = problem.place().pointer();
        return problem.severity() == Problem.Severity.WARNING
                && problem.topic() == Topic.PATH
                && pointer.startsWith(PATHS)
                && pointer.indexOf('/', PATHS.length()) < 0
                && isOne(Pointers.unescape(pointer.substring(PATHS.length())));
    }
}
