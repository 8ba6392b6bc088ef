package plumbline.conformance.auth;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.hooks.ShellCommand;
import plumbline.settings.Setting;

/**
 * Where the credentials for security schemes come from. Text forms show no secrets.
 *
 * @param byScheme what they come from, by the name of the scheme
 */
public record Auth(Map<String, Source> byScheme) {
    public Auth {
        byScheme = Map.copyOf(byScheme);
    }

    /** {@return nothing for any scheme} */
    public static Auth none() {
        return new Auth(Map.of());
    }

    /**
     * {@return what a file says under {@code auth}}
     *
     * @param environment the variables that hold the secrets
     * @param folder where commands are run
     * @throws plumbline.contract.document.ContractException with all that is wrong with it
     */
    public static Auth read(Setting setting, Map<String, String> environment, Path folder) {
        return new AuthReader(environment, folder).read(setting.node());
    }

    @Override
    public String toString() {
        return byScheme.keySet().toString();
    }

    /** What credentials come from. */
    public sealed interface Source {}

    /**
     * A token, a key, or user and password with a colon between them.
     *
     * @param value the same at all times
     */
    public record Fixed(String value) implements Source {
        @Override
        public String toString() {
            return "a fixed value";
        }
    }

    /**
     * What a command writes.
     *
     * @param command the command
     */
    public record Output(ShellCommand command) implements Source {}

    /**
     * An access token of OAuth 2 (RFC 6749).
     *
     * @param kind what it is granted for
     * @param tokenUrl where it is asked for; null for the URL of the contract
     * @param parameters what is sent besides, such as {@code scope}, {@code username} and {@code password}
     * @param client who asks
     */
    public record Grant(Kind kind, @Nullable String tokenUrl, Map<String, String> parameters, Client client)
            implements Source {
        public Grant {
            parameters = Map.copyOf(parameters);
        }

        @Override
        public String toString() {
            return kind.toString();
        }
    }

    /**
     * Who asks for a token.
     *
     * @param id its name
     * @param secret its password; empty if it has none
     */
    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return id;
        }
    }

    /** What access tokens are granted for. */
    public enum Kind {
        CLIENT_CREDENTIALS("client_credentials", "clientCredentials"),
        PASSWORD("password", "password"),
        REFRESH_TOKEN("refresh_token", "authorizationCode");

        private final String type;
        private final String flow;

        Kind(String type, String flow) {
            this.type = type;
            this.flow = flow;
        }

        /** {@return the name in requests, which is that in files, too} */
        String type() {
            return type;
        }

        /** {@return the name of the flow in a contract} */
        String flow() {
            return flow;
        }

        @Override
        public String toString() {
            return type;
        }
    }
}
