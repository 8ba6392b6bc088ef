package plumbline.conformance.auth;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.hooks.ShellCommand;
import plumbline.contract.operation.SecurityScheme;
import plumbline.settings.Setting;
import plumbline.text.UnusableInputException;

/**
 * Where the credentials for security schemes come from. Text forms show no secrets.
 *
 * @param byScheme what they come from, by the name of the scheme
 * @param byKind what those of all other schemes come from, by their kind
 */
public record Auth(Map<String, Source> byScheme, Map<SecurityScheme.Kind, Source> byKind) {
    private static final Set<SecurityScheme.Kind> OF_BEARERS =
            EnumSet.of(SecurityScheme.Kind.BEARER, SecurityScheme.Kind.OAUTH2, SecurityScheme.Kind.OPEN_ID_CONNECT);

    public Auth {
        byScheme = Map.copyOf(byScheme);
        byKind = Map.copyOf(byKind);
    }

    /** Credentials for schemes that are named. */
    public Auth(Map<String, Source> byScheme) {
        this(byScheme, Map.of());
    }

    /** {@return the same, with a token for each scheme that takes bearer tokens and is not named} */
    public Auth withBearer(String token) {
        return with(OF_BEARERS, new Fixed(token));
    }

    /** {@return the same, with a key for each scheme that takes keys and is not named} */
    public Auth withKey(String key) {
        return with(EnumSet.of(SecurityScheme.Kind.API_KEY), new Fixed(key));
    }

    private Auth with(Set<SecurityScheme.Kind> kinds, Source source) {
        Map<SecurityScheme.Kind, Source> more = new HashMap<>(byKind);
        kinds.forEach(kind -> more.put(kind, source));
        return new Auth(byScheme, more);
    }

    /**
     * {@return what the credentials for each scheme come from, by its name}
     *
     * @throws UnusableInputException if something is given that none of these schemes takes
     */
    Map<String, Source> sources(Collection<SecurityScheme> schemes) {
        Map<String, Source> sources = new LinkedHashMap<>();
        Set<SecurityScheme.Kind> used = EnumSet.noneOf(SecurityScheme.Kind.class);
        for (SecurityScheme scheme : schemes) {
            @Nullable Source source = byKind.get(scheme.kind());
            if (source != null) {
                sources.put(scheme.name(), source);
                used.add(scheme.kind());
            }
        }
        boolean isTokenIdle = OF_BEARERS.stream().anyMatch(byKind::containsKey)
                && used.stream().noneMatch(OF_BEARERS::contains);
        boolean isKeyIdle =
                byKind.containsKey(SecurityScheme.Kind.API_KEY) && !used.contains(SecurityScheme.Kind.API_KEY);
        if (isTokenIdle || isKeyIdle) {
            throw new UnusableInputException((isTokenIdle ? "a bearer token" : "a key")
                    + " is given, but no operation asks for a security scheme that takes one: send it as a header");
        }
        sources.putAll(byScheme);
        return sources;
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
        return byScheme.keySet() + (byKind.isEmpty() ? "" : " and others by their kind");
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

        /** {@return what of it must not be shown} */
        List<String> secrets() {
            return Stream.of(
                            client.secret(),
                            parameters.getOrDefault("password", ""),
                            parameters.getOrDefault("refresh_token", ""))
                    .filter(secret -> !secret.isEmpty())
                    .toList();
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
