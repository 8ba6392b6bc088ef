package plumbline.conformance.auth;

import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.contract.Contract;
import plumbline.contract.document.Node;
import plumbline.contract.operation.SecurityScheme;
import plumbline.text.Spelling;
import plumbline.text.UnusableInputException;

/** The credentials of a run, which are fetched when the first request needs them. Thread-safe. */
public final class Tokens {
    private final Map<String, StandIn> standIns = new LinkedHashMap<>();
    private final Map<StandIn, HeldToken> held = new LinkedHashMap<>();
    private final Set<String> secrets;

    /**
     * Prepares to fetch.
     *
     * @param target the server under test, as it is connected to
     * @param senders who sends to servers of tokens
     * @throws UnusableInputException if a scheme is unknown, or does not say where tokens are to be had
     */
    public Tokens(Auth auth, Contract contract, Target target, Function<Target, Sender> senders) {
        this(auth, contract, target, senders, Clock.systemUTC());
    }

    Tokens(Auth auth, Contract contract, Target target, Function<Target, Sender> senders, Clock clock) {
        Map<String, SecurityScheme> schemes = schemes(contract);
        Map<String, Auth.Source> sources = auth.sources(schemes.values());
        this.secrets = secrets(sources.values());
        sources.forEach((name, source) -> {
            SecurityScheme scheme = Optional.ofNullable(schemes.get(name))
                    .orElseThrow(() -> new UnusableInputException("credentials are given for '" + name
                            + "', but no operation asks for a security scheme of this name"
                            + Spelling.suggestion(name, schemes.keySet())));
            boolean isPair = scheme.kind() == SecurityScheme.Kind.BASIC;
            String text = "plumbline-" + UUID.randomUUID();
            StandIn standIn = new StandIn(isPair ? text + ":secret" : text, isPair);
            standIns.put(name, standIn);
            held.put(standIn, new HeldToken(source(source, scheme, target, senders, clock), clock));
        });
    }

    private static Set<String> secrets(Collection<Auth.Source> sources) {
        Set<String> secrets = new HashSet<>();
        for (Auth.Source source : sources) {
            if (source instanceof Auth.Fixed fixed) {
                secrets.add(fixed.value());
                secrets.add(fixed.value().substring(fixed.value().indexOf(':') + 1));
            } else if (source instanceof Auth.Grant grant) {
                secrets.addAll(grant.secrets());
            }
        }
        secrets.remove("");
        return secrets;
    }

    private static Map<String, SecurityScheme> schemes(Contract contract) {
        Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
        contract.operations().stream()
                .flatMap(operation -> operation.security().stream())
                .flatMap(requirement -> requirement.schemes().stream())
                .forEach(scheme -> schemes.put(scheme.name(), scheme));
        return schemes;
    }

    private static TokenSource source(
            Auth.Source source, SecurityScheme scheme, Target target, Function<Target, Sender> senders, Clock clock) {
        if (source instanceof Auth.Grant grant) {
            return new OauthClient(grant, tokenUrl(grant, scheme, target), target, senders, clock);
        }
        if (source instanceof Auth.Output output) {
            return () -> output(output, target);
        }
        return () -> Token.lasting(((Auth.Fixed) source).value());
    }

    private static Token output(Auth.Output output, Target target) {
        String text = output.command()
                .run(Map.of("PLUMBLINE_BASE_URL", target.baseUrl().toString()))
                .strip();
        if (text.isEmpty() || text.lines().count() > 1) {
            throw new UnusableInputException(
                    "the command '" + output.command().line() + "' wrote no token: it must write one line");
        }
        return Token.lasting(text);
    }

    private static URI tokenUrl(Auth.Grant grant, SecurityScheme scheme, Target target) {
        Optional<Node> flows = scheme.node().get("flows");
        String url = Optional.ofNullable(grant.tokenUrl())
                .or(() -> Stream.of(grant.kind().flow(), "clientCredentials", "password", "authorizationCode")
                        .flatMap(flow -> flows.flatMap(all -> all.get(flow)).stream())
                        .flatMap(flow -> flow.text("tokenUrl").stream())
                        .findFirst())
                .orElseThrow(() -> new UnusableInputException(
                        "the contract names no token URL for '" + scheme.name() + "': give it as 'token-url'"));
        try {
            URI resolved = URI.create(target + "/").resolve(url);
            if (resolved.getHost() != null) {
                return resolved;
            }
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException("'" + url + "' is no token URL: write it as https://host/path");
        }
        throw new UnusableInputException("'" + url + "' is no token URL: write it as https://host/path");
    }

    /** {@return the target, to which what stands for the credentials is shown} */
    public Target shownTo(Target target) {
        Target shown = target;
        for (Map.Entry<String, StandIn> one : standIns.entrySet()) {
            shown = shown.withCredentials(one.getKey(), one.getValue().text());
        }
        return shown;
    }

    /** {@return texts that must not be shown, as far as they are known before anything is fetched} */
    public Set<String> secrets() {
        return secrets;
    }

    /** {@return a sender that puts the credentials in their place, and out of what comes back} */
    public Sender through(Sender sender) {
        return held.isEmpty() ? sender : new TokenSender(sender, held);
    }
}
