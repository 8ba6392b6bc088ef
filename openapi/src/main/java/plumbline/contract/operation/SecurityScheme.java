package plumbline.contract.operation;

import plumbline.contract.document.Node;
import plumbline.contract.inspection.Kind;

/**
 * A way to show credentials.
 *
 * @param name the name among the components
 * @param kind the kind
 * @param in where an API key is sent; {@code HEADER} for all other kinds
 * @param parameter the name of the header, query parameter or cookie that carries the credentials
 * @param httpScheme the scheme of the {@code Authorization} header, such as {@code Basic}; empty for API keys
 * @param node the security scheme object
 */
public record SecurityScheme(String name, Kind kind, Parameter.In in, String parameter, String httpScheme, Node node) {
    /** The kinds of credentials. */
    public enum Kind {
        BASIC,
        BEARER,
        DIGEST,
        OTHER_HTTP,
        API_KEY,
        OAUTH2,
        OPEN_ID_CONNECT,
        MUTUAL_TLS
    }

    /** {@return whether this parameter carries the API key} */
    boolean isSentAs(Parameter described) {
        return kind == Kind.API_KEY
                && in == described.in()
                && (in == Parameter.In.HEADER
                        ? parameter.equalsIgnoreCase(described.name())
                        : parameter.equals(described.name()));
    }
}
