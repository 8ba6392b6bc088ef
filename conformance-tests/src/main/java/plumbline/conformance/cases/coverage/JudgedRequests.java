package plumbline.conformance.cases.coverage;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import plumbline.conformance.cases.requests.TestData;
import plumbline.contract.Match;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Violation;

/**
 * Asks our own validator about requests as they are sent, since what was wrong with a value may be lost once it is written:
 * a number sent in a query is a text as well.
 */
final class JudgedRequests {
    private final TestData data;
    private final RequestValidator validator;

    JudgedRequests(TestData data) {
        this.data = data;
        this.validator = new RequestValidator(data.schemas());
    }

    /** {@return whether the request means the operation and obeys it} */
    boolean isValid(Operation operation, CoverageCase subject) {
        return violations(operation, subject).filter(List::isEmpty).isPresent();
    }

    /**
     * {@return the one thing that is wrong with the request, if it is this; nothing if more is, or it is no request of the
     * operation}
     */
    Optional<Violation> fault(Operation operation, CoverageCase subject, Predicate<Violation> asMeant) {
        List<Violation> violations = violations(operation, subject).orElse(List.of());
        boolean isOne = violations.stream().map(Violation::location).distinct().count() == 1;
        return isOne ? violations.stream().filter(asMeant).findFirst() : Optional.empty();
    }

    private Optional<List<Violation>> violations(Operation operation, CoverageCase subject) {
        Request request = subject.request();
        return validator.match(data.contract(), request) instanceof Match.Found found
                        && found.operation().equals(operation)
                ? Optional.of(validator.validate(found, request, subject.body()))
                : Optional.empty();
    }
}
