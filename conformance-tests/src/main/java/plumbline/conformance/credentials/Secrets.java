package plumbline.conformance.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import plumbline.conformance.target.Target;
import plumbline.contract.Contract;
import plumbline.contract.http.Header;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.secrets.SecretTexts;

/**
 * Keeps what a user must not find in any output. A header given by the user is secret unless the contract documents it as
 * a plain parameter or everybody knows it to be harmless. Texts of fewer than four characters cannot be kept secret.
 */
public final class Secrets {
    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-charset", "accept-encoding", "accept-language", "cache-control", "user-agent");

    private final Set<String> plainHeaders = new TreeSet<>(HARMLESS);
    private final SecretTexts texts;

    private Secrets(Target target, List<Operation> operations, Collection<String> others) {
        for (Operation operation : operations) {
            operation.parameters(Parameter.In.HEADER).forEach(header -> plainHeaders.add(key(header.name())));
        }
        operations.forEach(operation -> CredentialNames.headers(operation).forEach(plainHeaders::remove));
        this.texts = SecretTexts.of(values(target, others));
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
        return texts.isIn(text);
    }

    /** {@return the text with every secret in it replaced, however it is spelled} */
    public String redact(String text) {
        return texts.redact(text);
    }

    private Set<String> values(Target target, Collection<String> others) {
        Set<String> found = new TreeSet<>(others);
        found.addAll(target.credentials().values());
        String user = target.user();
        if (user != null) {
            found.add(user);
            found.add(user.substring(user.indexOf(':') + 1));
        }
        for (Header header : target.headers()) {
            if (isSecret(header.name())) {
                addHeader(found, header.value().trim());
            }
        }
        return found;
    }

    private static void addHeader(Collection<String> found, String value) {
        found.add(value);
        String credentials = value.substring(value.indexOf(' ') + 1).trim();
        found.add(credentials);
        try {
            String plain = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            if (plain.indexOf(':') > 0) {
                found.add(plain);
                found.add(plain.substring(plain.indexOf(':') + 1));
            }
        } catch (IllegalArgumentException e) {
            return;
        }
    }

    private static String key(String headerName) {
        return headerName.toLowerCase(Locale.ROOT);
    }
}
