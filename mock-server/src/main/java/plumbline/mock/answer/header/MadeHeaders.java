package plumbline.mock.answer.header;

import java.util.List;
import plumbline.contract.http.Headers;
import plumbline.contract.operation.Parameter;
import plumbline.contract.sampling.UnsatisfiableException;

/**
 * Headers, and those that no valid value could be made for.
 *
 * @param headers the headers
 * @param impossible what stands among them with its nearest value if it is required, and else not at all
 */
public record MadeHeaders(Headers headers, List<Impossible> impossible) {
    /**
     * A header that no valid value could be made for.
     *
     * @param header the header
     * @param cause what came nearest
     */
    public record Impossible(Parameter header, UnsatisfiableException cause) {}

    public MadeHeaders {
        impossible = List.copyOf(impossible);
    }
}
