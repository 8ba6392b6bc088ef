package plumbline.mock.engine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plumbline.contract.Contract;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.operation.SecurityScheme;

/**
 * How header fields, query parameters and cookies are called that hold credentials: those that a contract names, and those
 * whose name says it.
 *
 * @param documented the names that a contract gives, in any case
 */
public record CredentialPlaces(Set<String> documented) {
    /** What stands in place of a credential. */
    public static final String REDACTED = "***";

    private static final Pattern TELLING = Pattern.compile(
            "(?!.*page).*(authorization|cookie|token|secret|passw|credential|api[-_]?key|session|signature|jwt).*|sig|auth|pwd");

    public CredentialPlaces {
        documented =
                documented.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** {@return those that the security schemes of a contract name, and those whose name says it} */
    public static CredentialPlaces of(Contract contract) {
        return new CredentialPlaces(contract.operations().stream()
                .flatMap(operation -> operation.security().stream())
                .flatMap(requirement -> requirement.schemes().stream())
                .map(SecurityScheme::parameter)
                .collect(Collectors.toSet()));
    }

    /** {@return only what a name says} */
    public static CredentialPlaces telling() {
        return new CredentialPlaces(Set.of());
    }

    /** {@return whether what is called so is a credential} */
    public boolean include(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return documented.contains(small) || TELLING.matcher(small).matches();
    }

    /** {@return the URL or path without the values of credentials in its query} */
    public String withoutCredentials(String url) {
        int mark = url.indexOf('?');
        if (mark < 0) {
            return url;
        }
        StringBuilder kept = new StringBuilder(url.substring(0, mark + 1));
        for (String pair : url.substring(mark + 1).split("(?<=&)", -1)) {
            int equals = pair.indexOf('=');
            boolean isSecret = equals > 0 && include(plain(pair.substring(0, equals)));
            kept.append(isSecret ? pair.substring(0, equals + 1) + REDACTED + (pair.endsWith("&") ? "&" : "") : pair);
        }
        return kept.toString();
    }

    private static String plain(String encoded) {
        return PercentCoding.decode(encoded).orElse(encoded);
    }
}
