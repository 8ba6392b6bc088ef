package plumbline.conformance.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.conformance.cases.requests.RightRequest;
import plumbline.contract.http.MediaType;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;

/** Asks for each documented media type alone, for a range of them, and for one that nobody has (RFC 9110, section 12.5.1). */
final class NegotiationCases {
    private static final MediaType NOBODY_SENDS_IT =
            MediaType.parse("application/vnd.plumbline.unknown").orElseThrow();

    private NegotiationCases() {}

    /** {@return the cases of an operation that only reads} */
    static List<Case> of(Operation operation, RightRequest right) {
        List<MediaType> offered = operation.responses().stream()
                .filter(ResponseSpec::isSuccess)
                .flatMap(response -> response.content().stream())
                .map(MediaTypeSpec::mediaType)
                .distinct()
                .toList();
        if (!"GET".equals(operation.method()) || offered.isEmpty()) {
            return List.of();
        }
        List<Case> cases = new ArrayList<>();
        for (MediaType type : offered) {
            if (!type.isRange()) {
                cases.add(accepting(operation, right, "Accept " + type, new Expectation.Negotiated(type, true, false)));
            }
        }
        MediaType first = offered.get(0);
        if (!"*".equals(first.type())) {
            MediaType range = new MediaType(first.type(), "*", Map.of());
            cases.add(accepting(operation, right, "Accept " + range, new Expectation.Negotiated(range, true, false)));
        }
        if (offered.stream().noneMatch(MediaType::isRange)) {
            boolean isRefusable = operation.response("406").isPresent();
            cases.add(accepting(
                    operation,
                    right,
                    "unsupported Accept",
                    new Expectation.Negotiated(NOBODY_SENDS_IT, false, isRefusable)));
        }
        return cases;
    }

    private static Case accepting(
            Operation operation, RightRequest right, String name, Expectation.Negotiated expectation) {
        String accept = expectation.accept().toString();
        return Case.of(operation, Phase.PROTOCOL, name, right.request().withHeader("Accept", accept), expectation)
                .comparedWith(right.request());
    }
}
