package plumbline.contract.operation;

import java.util.List;
import java.util.Map;
import plumbline.contract.document.Node;

/**
 * A documented response.
 *
 * @param key the status as documented: {@code 200}, {@code 4XX} or {@code default}
 * @param headers the documented headers
 * @param content the media types in order; empty leaves the body unconstrained
 * @param links the link objects by name
 * @param node the response object
 */
public record ResponseSpec(
        String key, List<Parameter> headers, List<MediaTypeSpec> content, Map<String, Node> links, Node node) {
    public ResponseSpec {
        headers = List.copyOf(headers);
        content = List.copyOf(content);
        links = Map.copyOf(links);
    }

    /** {@return how closely this key names a status: 3 exactly, 2 by range, 1 as default, 0 not at all} */
    int closeness(int status) {
        if (key.equals(Integer.toString(status))) {
            return 3;
        }
        if (key.length() == 3 && key.substring(1).equalsIgnoreCase("XX")) {
            return key.charAt(0) - '0' == status / 100 ? 2 : 0;
        }
        return "default".equals(key) ? 1 : 0;
    }

    /** {@return whether the key names a 2xx status, or all of them} */
    public boolean isSuccess() {
        return key.startsWith("2");
    }

    /** {@return whether the key names a 1xx status, or all of them, which another one follows (RFC 9110, section 15.2)} */
    public boolean isInterim() {
        return key.startsWith("1");
    }

    /** {@return whether the key names one status} */
    public boolean isExact() {
        return key.chars().allMatch(Character::isDigit);
    }
}
