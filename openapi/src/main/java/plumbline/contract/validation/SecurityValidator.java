package plumbline.contract.validation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import plumbline.contract.http.Headers;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.SecurityRequirement;
import plumbline.contract.operation.SecurityScheme;

/** Judges whether a request shows credentials of a kind that its operation asks for; whose they are is not judged. */
public final class SecurityValidator {
    /** {@return what is wrong with the credentials; empty if one of the alternatives is met} */
    public List<Violation> validate(Operation operation, Request request) {
        List<Violation> fewest = null;
        for (SecurityRequirement requirement : operation.security()) {
            if (requirement.schemes().isEmpty() && showsCredentials(operation, request)) {
                continue;
            }
            List<Violation> violations = violations(requirement, request);
            if (violations.isEmpty()) {
                return violations;
            }
            fewest = fewest == null || violations.size() < fewest.size() ? violations : fewest;
        }
        return fewest == null ? List.of() : fewest;
    }

    /** Credentials that need not be shown must be right all the same where they are. */
    private static boolean showsCredentials(Operation operation, Request request) {
        return request.headers().contains("Authorization")
                && operation.security().stream()
                        .flatMap(requirement -> requirement.schemes().stream())
                        .anyMatch(scheme -> scheme.kind() != SecurityScheme.Kind.API_KEY
                                && scheme.kind() != SecurityScheme.Kind.MUTUAL_TLS);
    }

    private static List<Violation> violations(SecurityRequirement requirement, Request request) {
        List<Violation> violations = new ArrayList<>(0);
        for (SecurityScheme scheme : requirement.schemes()) {
            fault(scheme, request).ifPresent(fault -> violations.add(violation(scheme, fault)));
        }
        return violations;
    }

    private static Violation violation(SecurityScheme scheme, String fault) {
        return new Violation(
                "security",
                new Location(Location.Part.SECURITY, scheme.name(), ""),
                fault,
                expected(scheme),
                "not shown, as it may be secret",
                scheme.node().place());
    }

    private static String expected(SecurityScheme scheme) {
        return switch (scheme.kind()) {
            case API_KEY -> "the " + scheme.in() + " parameter '" + scheme.parameter() + "'";
            case MUTUAL_TLS -> "a client certificate";
            default -> "an Authorization header of the scheme " + scheme.httpScheme();
        };
    }

    private static Optional<String> fault(SecurityScheme scheme, Request request) {
        return switch (scheme.kind()) {
            case API_KEY -> apiKey(scheme, request);
            // Whether the client showed a certificate is settled before a request can be seen.
            case MUTUAL_TLS -> Optional.empty();
            default -> authorization(scheme, request.headers());
        };
    }

    private static Optional<String> authorization(SecurityScheme scheme, Headers headers) {
        Optional<String> header = headers.first("Authorization");
        if (header.isEmpty()) {
            return Optional.of("are missing");
        }
        String value = header.get().trim();
        int space = value.indexOf(' ');
        String name = space < 0 ? value : value.substring(0, space);
        String rest = space < 0 ? "" : value.substring(space + 1).trim();
        if (!name.equalsIgnoreCase(scheme.httpScheme())) {
            return Optional.of("are of another scheme");
        }
        if (rest.isEmpty()) {
            return Optional.of("are empty");
        }
        return scheme.kind() == SecurityScheme.Kind.BASIC && !isUserAndPassword(rest)
                ? Optional.of("are not user and password in Base64 (RFC 7617)")
                : Optional.empty();
    }

    private static boolean isUserAndPassword(String encoded) {
        try {
            String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return plain.indexOf(':') >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<String> apiKey(SecurityScheme scheme, Request request) {
        boolean shown = switch (scheme.in()) {
            case QUERY -> hasPair(request.query(), "&", scheme.parameter());
            case COOKIE ->
                request.headers().all("Cookie").stream().anyMatch(line -> hasPair(line, ";", scheme.parameter()));
            default ->
                request.headers()
                        .first(scheme.parameter())
                        .filter(value -> !value.isBlank())
                        .isPresent();
        };
        return shown ? Optional.empty() : Optional.of("are missing");
    }

    private static boolean hasPair(String text, String separator, String name) {
        for (String pair : text.split(separator, -1)) {
            String trimmed = pair.trim();
            if (trimmed.startsWith(name + "=") && trimmed.length() > name.length() + 1) {
                return true;
            }
        }
        return false;
    }
}
