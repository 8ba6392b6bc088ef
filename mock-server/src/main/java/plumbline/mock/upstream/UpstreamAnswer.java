package plumbline.mock.upstream;

import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Response;

/**
 * What a server answers.
 *
 * @param response the response, with as much of its body as could be waited for
 * @param rest the rest of its body; null if there is none
 */
record UpstreamAnswer(Response response, @Nullable ArrivingBody rest) {
    UpstreamAnswer with(Response other) {
        return new UpstreamAnswer(other, rest);
    }

    /** Says that nobody wants it. */
    void discard() {
        if (rest != null) {
            rest.discard();
        }
    }
}
