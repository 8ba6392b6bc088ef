package plumbline.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.document.Topic;
import plumbline.contract.http.QuotedText;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.SecurityRequirement;
import plumbline.contract.operation.SecurityScheme;
import plumbline.contract.operation.SecurityScheme.Kind;

/** Reads security requirements and the schemes that they name. */
final class SecurityReader {
    private static final Set<Parameter.In> KEY_PLACES =
            Set.of(Parameter.In.HEADER, Parameter.In.QUERY, Parameter.In.COOKIE);

    private final ReaderContext context;
    private final Map<String, Node> schemes;

    SecurityReader(ReaderContext context) {
        this.context = context;
        this.schemes = context.root()
                .get("components")
                .map(components -> components.members("securitySchemes"))
                .orElse(Map.of());
    }

    List<SecurityRequirement> requirements(Node operation) {
        Node holder = operation.get("security").isPresent() ? operation : context.root();
        List<SecurityRequirement> requirements = new ArrayList<>();
        for (Node item : holder.items("security")) {
            List<SecurityScheme> needed = new ArrayList<>();
            item.members().forEach((name, scopes) -> scheme(name, scopes).ifPresent(needed::add));
            requirements.add(new SecurityRequirement(needed, item));
        }
        return requirements;
    }

    private Optional<SecurityScheme> scheme(String name, Node use) {
        Node declared = schemes.get(name);
        if (declared == null) {
            context.problems()
                    .about(Topic.SECURITY)
                    .error(use, "the security scheme '" + name + "' is not defined", "define it in components");
            return Optional.empty();
        }
        return context.problems().resolve(declared).flatMap(node -> read(name, node));
    }

    private Optional<SecurityScheme> read(String name, Node node) {
        return switch (node.text("type").orElse("")) {
            case "http" -> http(name, node);
            case "apiKey" -> apiKey(name, node);
            case "oauth2" -> Optional.of(authorization(name, Kind.OAUTH2, "Bearer", node));
            case "openIdConnect" -> Optional.of(authorization(name, Kind.OPEN_ID_CONNECT, "Bearer", node));
            case "mutualTLS" ->
                Optional.of(new SecurityScheme(name, Kind.MUTUAL_TLS, Parameter.In.HEADER, "", "", node));
            default -> {
                context.problems()
                        .about(Topic.SECURITY)
                        .error(
                                node,
                                "the security scheme '" + name + "' has no known type",
                                "use http, apiKey, oauth2, openIdConnect or mutualTLS");
                yield Optional.empty();
            }
        };
    }

    private Optional<SecurityScheme> http(String name, Node node) {
        String scheme = node.text("scheme").orElse("");
        if (scheme.isBlank()) {
            context.problems()
                    .about(Topic.SECURITY)
                    .error(
                            node,
                            "the security scheme '" + name + "' names no HTTP scheme",
                            "add 'scheme: basic' or other");
            return Optional.empty();
        }
        return Optional.of(
                switch (scheme.toLowerCase(Locale.ROOT)) {
                    case "basic" -> authorization(name, Kind.BASIC, "Basic", node);
                    case "bearer" -> authorization(name, Kind.BEARER, "Bearer", node);
                    case "digest" -> authorization(name, Kind.DIGEST, "Digest", node);
                    default -> authorization(name, Kind.OTHER_HTTP, scheme, node);
                });
    }

    private static SecurityScheme authorization(String name, Kind kind, String scheme, Node node) {
        return new SecurityScheme(name, kind, Parameter.In.HEADER, "Authorization", scheme, node);
    }

    private Optional<SecurityScheme> apiKey(String name, Node node) {
        Optional<Parameter.In> in = node.text("in").flatMap(Parameter.In::parse).filter(KEY_PLACES::contains);
        Optional<String> parameter = node.text("name");
        if (in.isEmpty() || parameter.isEmpty()) {
            context.problems()
                    .about(Topic.SECURITY)
                    .error(
                            node,
                            "the API key '" + name + "' says not how it is sent",
                            "add 'name:' and 'in:' with header, query or cookie");
            return Optional.empty();
        }
        if (in.get() == Parameter.In.HEADER && !QuotedText.isToken(parameter.get())) {
            context.problems()
                    .about(Topic.SECURITY)
                    .warning(
                            node,
                            "no header can be called '" + parameter.get() + "', so that the API key '" + name
                                    + "' is not asked for",
                            "write the name as it is sent");
            return Optional.empty();
        }
        return Optional.of(new SecurityScheme(name, Kind.API_KEY, in.get(), parameter.get(), "", node));
    }
}
