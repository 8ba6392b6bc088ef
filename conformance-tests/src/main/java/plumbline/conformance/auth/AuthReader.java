package plumbline.conformance.auth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.hooks.ShellCommand;
import plumbline.contract.document.ContractException;
import plumbline.contract.document.Node;
import plumbline.contract.document.Problem;
import plumbline.text.Spelling;

/** Reads where credentials come from; secrets stand in the environment, of which the file has the names only. */
final class AuthReader {
    private static final List<String> MEMBERS = List.of(
            "env",
            "command",
            "grant",
            "token-url",
            "client-id",
            "client-secret-env",
            "username-env",
            "password-env",
            "refresh-token-env",
            "scope");

    private static final String EXAMPLE = "write it like '{env: API_TOKEN}', '{command: ./token.sh}' or '{grant:"
            + " client_credentials, client-id: me, client-secret-env: API_SECRET}'";

    private final Map<String, String> environment;
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();

    AuthReader(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    Auth read(Node node) {
        if (!node.value().isObject()) {
            problem(node, "'auth' is no mapping of security schemes to where their credentials come from", EXAMPLE);
        }
        Map<String, Auth.Source> sources = new LinkedHashMap<>();
        node.members().forEach((scheme, said) -> source(scheme, said).ifPresent(source -> sources.put(scheme, source)));
        if (!problems.isEmpty()) {
            throw new ContractException(problems);
        }
        return new Auth(sources);
    }

    private Optional<Auth.Source> source(String scheme, Node said) {
        if (!said.value().isObject()) {
            problem(said, "what '" + scheme + "' takes its credentials from is no mapping", EXAMPLE);
            return Optional.empty();
        }
        said.members().forEach((name, value) -> {
            if (!MEMBERS.contains(name)) {
                problem(value, "'" + name + "' means nothing here" + Spelling.suggestion(name, MEMBERS), EXAMPLE);
            } else if (!value.value().isString()) {
                problem(value, "'" + name + "' is no text", EXAMPLE);
            }
        });
        List<String> ways = List.of("env", "command", "grant").stream()
                .filter(way -> said.get(way).isPresent())
                .toList();
        if (ways.size() != 1) {
            problem(said, "'" + scheme + "' needs one of 'env', 'command' and 'grant'", EXAMPLE);
            return Optional.empty();
        }
        return switch (ways.get(0)) {
            case "env" -> variable(said, "env").map(Auth.Fixed::new);
            case "command" -> said.text("command").map(line -> new Auth.Output(new ShellCommand(line, folder)));
            default -> grant(said);
        };
    }

    private Optional<Auth.Source> grant(Node said) {
        Optional<Auth.Kind> kind = Arrays.stream(Auth.Kind.values())
                .filter(known -> said.text("grant")
                        .map(text -> text.replace('-', '_'))
                        .filter(known.type()::equals)
                        .isPresent())
                .findFirst();
        if (kind.isEmpty()) {
            problem(said, "'grant' is none of " + List.of(Auth.Kind.values()), EXAMPLE);
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        said.text("scope").ifPresent(scope -> parameters.put("scope", scope));
        required(kind.get())
                .forEach((parameter, member) ->
                        variable(said, member).ifPresent(value -> parameters.put(parameter, value)));
        String secret = said.get("client-secret-env").isPresent()
                ? variable(said, "client-secret-env").orElse("")
                : "";
        Auth.Client client = new Auth.Client(said.text("client-id").orElse(""), secret);
        return Optional.of(new Auth.Grant(kind.get(), said.text("token-url").orElse(null), parameters, client));
    }

    private static Map<String, String> required(Auth.Kind kind) {
        return switch (kind) {
            case CLIENT_CREDENTIALS -> Map.of();
            case PASSWORD -> Map.of("username", "username-env", "password", "password-env");
            case REFRESH_TOKEN -> Map.of("refresh_token", "refresh-token-env");
        };
    }

    private Optional<String> variable(Node said, String member) {
        Optional<String> name = said.text(member);
        if (name.isEmpty()) {
            problem(said, "'" + member + "' is missing", "name the variable of the environment that holds it");
            return Optional.empty();
        }
        String value = environment.getOrDefault(name.get(), "");
        if (value.isBlank()) {
            problem(said, "the variable " + name.get() + " of the environment is not set", "set it");
            return Optional.empty();
        }
        return Optional.of(value.strip());
    }

    private void problem(Node node, String message, String hint) {
        problems.add(Problem.error(node.place(), message, hint));
    }
}
