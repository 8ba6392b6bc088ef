package plumbline.mock.upstream;

import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;

/** Takes note of what a server answers; called by many threads at a time. */
@FunctionalInterface
public interface Recording {
    /** Takes note of an answer that a client got, by the paths of the mock. */
    void take(Match.Found match, Request request, Response response);
}
