package plumbline.contract.operation;

import java.util.List;

/**
 * What operations may refer to, whether any does or not.
 *
 * @param parameters the parameters
 * @param bodies the request bodies
 * @param responses the responses, which say of no status
 * @param headers the headers
 */
public record Components(
        List<Parameter> parameters,
        List<RequestBodySpec> bodies,
        List<ResponseSpec> responses,
        List<Parameter> headers) {
    public Components {
        parameters = List.copyOf(parameters);
        bodies = List.copyOf(bodies);
        responses = List.copyOf(responses);
        headers = List.copyOf(headers);
    }
}
