package plumbline.mock.engine.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plumbline.contract.Contract;
import plumbline.contract.http.Header;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
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

    private static final int SHORTEST_WORD = 7;
    private static final Pattern TELLING = Pattern.compile(
            "(?!.*page).*(authorization|cookie|token|secret|passw|credential|(api|private)[-_]?key|session|signature|jwt|recovery"
                    + "[-_]?code).*|sig|auth|pwd|pin|t?otp|cv[cv]2?");

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

    /** {@return the credentials that a request holds, in its header fields, cookies and query} */
    public Set<String> values(Request request) {
        Set<String> values = new LinkedHashSet<>();
        for (Header header : request.headers()) {
            if (include(header.name())) {
                addWords(values, header.value());
            }
        }
        for (String pair : request.query().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && include(plain(pair.substring(0, equals)))) {
                values.add(plain(pair.substring(equals + 1)));
            }
        }
        values.removeIf(String::isEmpty);
        return values;
    }

    /** A header has a scheme before its credentials, and cookies have names. */
    private static void addWords(Set<String> values, String header) {
        values.add(header.substring(header.indexOf(' ') + 1));
        for (String word : header.split("[;,\\s]+", -1)) {
            String value = word.substring(word.indexOf('=') + 1);
            if (value.length() >= SHORTEST_WORD) {
                values.add(value);
            }
        }
        try {
            String pair = new String(
                    Base64.getDecoder()
                            .decode(header.substring(header.indexOf(' ') + 1).strip()),
                    StandardCharsets.UTF_8);
            values.add(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    private static String plain(String encoded) {
        return PercentCoding.decode(encoded).orElse(encoded);
    }
}
