package plumbline.mock.contracts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.SecurityRequirement;
import plumbline.contract.operation.SecurityScheme;
import plumbline.contract.sampling.RequestSampler;
import plumbline.contract.sampling.Sampler;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;

/** Valid requests with credentials. */
final class Requests {
    private final RequestSampler requests;
    private final Sampler values;

    Requests(Schemas schemas) {
        this.requests = new RequestSampler(schemas);
        this.values = new Sampler(schemas);
    }

    /** {@return a request with what is required, and one with all that may be sent} */
    List<Request> of(Operation operation) throws UnsatisfiableException {
        String base = operation.basePaths().get(0);
        return List.of(
                authenticated(requests.sample(operation, base, Map.of(), 1), operation),
                authenticated(requests.sample(operation, base, all(operation), 2), operation));
    }

    private Map<String, JsonNode> all(Operation operation) throws UnsatisfiableException {
        Map<String, JsonNode> all = new HashMap<>();
        for (Parameter parameter : operation.parameters()) {
            all.put(parameter.name(), values.sample(parameter.valueSchema().orElseThrow(), Direction.REQUEST, 2));
        }
        return all;
    }

    static Request authenticated(Request request, Operation operation) {
        Request authenticated = request;
        if (!operation.security().isEmpty()) {
            SecurityRequirement first = operation.security().get(0);
            for (SecurityScheme scheme : first.schemes()) {
                authenticated = with(authenticated, scheme);
            }
        }
        return authenticated;
    }

    private static Request with(Request request, SecurityScheme scheme) {
        return switch (scheme.kind()) {
            case BASIC -> request.withHeader("Authorization", "Basic dTpw");
            case MUTUAL_TLS -> request;
            case API_KEY ->
                switch (scheme.in()) {
                    case QUERY ->
                        isAsked(request, scheme.parameter())
                                ? request
                                : request.withQuery((request.query().isEmpty() ? "" : request.query() + "&")
                                        + scheme.parameter() + "=k");
                    case COOKIE -> request.withHeader("Cookie", scheme.parameter() + "=k");
                    default -> request.withHeader(scheme.parameter(), "k");
                };
            default -> request.withHeader("Authorization", scheme.httpScheme() + " x=\"y\"");
        };
    }

    /** Some documents describe a key as a parameter, too. */
    private static boolean isAsked(Request request, String parameter) {
        return ("&" + request.query()).contains("&" + parameter + "=");
    }
}
