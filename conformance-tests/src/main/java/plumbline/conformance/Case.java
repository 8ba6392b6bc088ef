package plumbline.conformance;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/**
 * A request to send and what is expected of the answer.
 *
 * @param id the name of the case, the same in every run: operation, phase and what is special about it
 * @param phase the phase
 * @param operation the operation that is tested
 * @param request the request, without the target's headers and credentials
 * @param authenticated whether the target's credentials are sent with it
 * @param expectation what is expected
 * @param baseline a right request, sent before this one, whose answer this one's is compared with; null if none is needed
 * @param shrinking knows smaller cases, for when this one fails
 */
public record Case(
        String id,
        Phase phase,
        Operation operation,
        Request request,
        boolean authenticated,
        Expectation expectation,
        @Nullable Request baseline,
        Shrinking shrinking) {
    /** {@return a case sent with credentials and compared with nothing} */
    public static Case of(Operation operation, Phase phase, String name, Request request, Expectation expectation) {
        return new Case(id(operation, phase, name), phase, operation, request, true, expectation, null, List::of);
    }

    /** {@return this case, sent without the target's credentials} */
    public Case withoutCredentials() {
        return new Case(id, phase, operation, request, false, expectation, baseline, shrinking);
    }

    /** {@return this case, its answer compared with that to a right request} */
    public Case comparedWith(Request right) {
        return new Case(id, phase, operation, request, authenticated, expectation, right, shrinking);
    }

    /** {@return this case with another request, such as one that is about what exists} */
    public Case asking(Request other) {
        return new Case(id, phase, operation, other, authenticated, expectation, baseline, shrinking);
    }

    /** {@return this case with another expectation, as it is about something of which less is known} */
    public Case expecting(Expectation other) {
        return new Case(id, phase, operation, request, authenticated, other, baseline, shrinking);
    }

    /** {@return this case, made smaller in this way if it fails} */
    public Case shrunkBy(Shrinking how) {
        return new Case(id, phase, operation, request, authenticated, expectation, baseline, how);
    }

    /** {@return the request whose answer is compared with} */
    public Optional<Request> comparison() {
        return Optional.ofNullable(baseline);
    }

    /** {@return whether sending it cannot change anything (RFC 9110, section 9.2.1)} */
    public boolean isSafe() {
        return request.isSafe();
    }

    /**
     * {@return whether it asks for a refusal, so that sending it changes nothing on a server that is right; nothing of the kind
     * is said of DELETE, since what was deleted by mistake is missed by all others}
     */
    public boolean isToBeRefused() {
        boolean isWrong =
                expectation instanceof Expectation.InputRefused || expectation instanceof Expectation.ValueRefused;
        return isWrong && !"DELETE".equals(request.method());
    }

    private static String id(Operation operation, Phase phase, String name) {
        return operation.id() + "/" + phase + "/" + name.replace(' ', '-');
    }
}
