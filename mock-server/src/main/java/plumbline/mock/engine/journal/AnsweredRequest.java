package plumbline.mock.engine.journal;

import java.time.Duration;
import java.time.Instant;

/**
 * A request, and what it was answered with.
 *
 * @param time when it came
 * @param method its method
 * @param target its path and query, without credentials
 * @param status the status of the answer
 * @param took how long it took until the answer was sent
 * @param because why it was answered so; empty if that is not known
 */
public record AnsweredRequest(Instant time, String method, String target, int status, Duration took, String because) {
    /** {@return the same without the values of credentials in its query} */
    public AnsweredRequest without(CredentialPlaces credentials) {
        return new AnsweredRequest(time, method, credentials.withoutCredentials(target), status, took, because);
    }
}
