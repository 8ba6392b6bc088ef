package plumbline.conformance.target;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import plumbline.contract.Contract;
import plumbline.contract.http.Header;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;

/**
 * Keeps what a user must not find in any output. A header given by the user is secret unless the contract documents it as
 * a plain parameter or everybody knows it to be harmless. Texts of fewer than four characters cannot be kept secret.
 */
public final class Secrets {
    private static final String REPLACEMENT = "<secret>";
    private static final String ELLIPSIS = "...";
    private static final int SHORTEST = 4;
    private static final int TELLING = 8;
    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-charset", "accept-encoding", "accept-language", "cache-control", "user-agent");

    private final Set<String> plainHeaders = new TreeSet<>(HARMLESS);
    private final List<String> values;

    private Secrets(Target target, List<Operation> operations, Collection<String> others) {
        for (Operation operation : operations) {
            operation.parameters(Parameter.In.HEADER).forEach(header -> plainHeaders.add(key(header.name())));
        }
        operations.forEach(operation -> CredentialNames.headers(operation).forEach(plainHeaders::remove));
        this.values = values(target, others);
    }

    /** {@return the secrets of a target} */
    public static Secrets of(Target target, Contract contract) {
        return of(target, contract, List.of());
    }

    /** {@return the secrets of a target, and other texts that must not be shown} */
    public static Secrets of(Target target, Contract contract, Collection<String> others) {
        return new Secrets(target, contract.operations(), others);
    }

    /** {@return whether the value of a header that the user gave must not be shown} */
    public boolean isSecret(String headerName) {
        return !plainHeaders.contains(key(headerName));
    }

    /** {@return whether a text holds a secret that is long enough to be told from any other word} */
    public boolean isIn(String text) {
        return values.stream().anyMatch(value -> value.length() >= TELLING && text.contains(value));
    }

    /** {@return the text with every secret in it replaced} */
    public String redact(String text) {
        String redacted = text;
        for (String value : values) {
            redacted = redacted.replace(value, REPLACEMENT);
        }
        return redacted.contains(ELLIPSIS) ? withoutBeginnings(redacted) : redacted;
    }

    /** A secret may have been cut off where an excerpt ends. */
    private String withoutBeginnings(String text) {
        String redacted = text;
        for (String value : values) {
            for (int length = value.length() - 1; length >= SHORTEST; length--) {
                redacted = redacted.replace(value.substring(0, length) + ELLIPSIS, REPLACEMENT + ELLIPSIS);
            }
        }
        return redacted;
    }

    private List<String> values(Target target, Collection<String> others) {
        Set<String> found = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        others.forEach(other -> add(found, other));
        target.credentials().values().forEach(shown -> add(found, shown));
        String user = target.user();
        if (user != null) {
            add(found, user);
            add(found, user.substring(user.indexOf(':') + 1));
            add(found, Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        }
        for (Header header : target.headers()) {
            if (isSecret(header.name())) {
                addHeader(found, header.value().trim());
            }
        }
        return new ArrayList<>(found);
    }

    private static void addHeader(Collection<String> found, String value) {
        add(found, value);
        String credentials = value.substring(value.indexOf(' ') + 1).trim();
        add(found, credentials);
        try {
            String plain = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            if (plain.indexOf(':') > 0) {
                add(found, plain);
                add(found, plain.substring(plain.indexOf(':') + 1));
            }
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    private static void add(Collection<String> found, String value) {
        if (value.length() >= SHORTEST) {
            found.addAll(SecretForms.of(value));
        }
    }

    private static String key(String headerName) {
        return headerName.toLowerCase(Locale.ROOT);
    }
}
