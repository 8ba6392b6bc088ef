package plumbline.mock.upstream;

import java.util.List;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.validation.Violation;

/** Takes note of what a server answers; called by many threads at a time. */
@FunctionalInterface
public interface Recording {
    /**
     * Takes note of an answer that a client got, by the paths of the mock.
     *
     * @param violations how it breaks the contract
     */
    void take(Match.Found match, Request request, Response response, List<Violation> violations);
}
