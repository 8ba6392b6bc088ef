package plumbline.conformance.credentials;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.SecurityRequirement;
import plumbline.contract.operation.SecurityScheme;

/** The names under which an operation takes credentials. */
public final class CredentialNames {
    private CredentialNames() {}

    /** {@return the headers, in lower case, that carry credentials of any of these operations} */
    public static Set<String> headers(Collection<Operation> operations) {
        Set<String> names = new TreeSet<>();
        operations.forEach(operation -> names.addAll(headers(operation)));
        return names;
    }

    /** {@return the headers, in lower case, that carry credentials} */
    static Set<String> headers(Operation operation) {
        Set<String> names = new TreeSet<>(Set.of("authorization"));
        for (SecurityRequirement requirement : operation.security()) {
            for (SecurityScheme scheme : requirement.schemes()) {
                if (scheme.in() == Parameter.In.HEADER && !scheme.parameter().isEmpty()) {
                    names.add(scheme.parameter().toLowerCase(Locale.ROOT));
                } else if (scheme.in() == Parameter.In.COOKIE) {
                    names.add("cookie");
                }
            }
        }
        return names;
    }
}
