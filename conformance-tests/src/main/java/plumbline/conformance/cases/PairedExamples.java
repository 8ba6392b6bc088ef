package plumbline.conformance.cases;

import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.contract.operation.Example;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;

/** Examples of requests and responses that have one name make a pair: who sends the one gets the other. */
final class PairedExamples {
    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");

    /** {@return what the answer to an example of a request is, if an example of a response tells} */
    Optional<Expectation> of(Operation operation, Example example) {
        return example.name().isEmpty()
                ? Optional.empty()
                : operation.responses().stream()
                        .filter(response -> STATUS.matcher(response.key()).matches() && has(response, example.name()))
                        .map(response -> Integer.parseInt(response.key()))
                        .<Expectation>map(status -> Success.isDocumented(operation, status)
                                ? new Expectation.Success()
                                : new Expectation.Exactly(status))
                        .findFirst();
    }

    private static boolean has(ResponseSpec response, String name) {
        return response.content().stream()
                .map(MediaTypeSpec::examples)
                .anyMatch(examples ->
                        examples.stream().anyMatch(example -> example.name().equals(name)));
    }
}
