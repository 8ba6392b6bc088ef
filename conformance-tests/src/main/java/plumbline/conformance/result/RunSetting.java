package plumbline.conformance.result;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.SecurityScheme;

/**
 * What whoever starts a run can set, and messages advise to. Its text is the name of the method that sets it; a door with
 * names of its own, such as a command line, puts them in their place.
 */
public enum RunSetting {
    WRITES("Target.withWrites()"),
    /** Credentials of any kind; those that some operation takes are {@linkplain #credentials told} more exactly. */
    CREDENTIALS("Target.withUser(), Target.withCredentials() or Target.withHeader()"),
    USER("Target.withUser()"),
    TOKEN("Target.withCredentials(scheme, token)"),
    KEY("Target.withCredentials(scheme, key)"),
    HEADER("Target.withHeader()"),
    VALUE("ConformanceOptions.withValue()"),
    RATE("Target.withRate()"),
    TIMEOUT("Target.withTimeout()"),
    AUTHORITIES("Connection.withAuthorities()"),
    CERTIFICATE("Connection.withCertificate()"),
    INSECURE("Connection.insecure()"),
    PROOF("Report.Extent.proof()"),
    DETAIL("Looks.Detail.VERBOSE");

    private final String method;

    RunSetting(String method) {
        this.method = method;
    }

    /** {@return how to set what an operation takes, as in "A and B or C": what it asks for, in its order} */
    public static String credentials(Operation operation) {
        String settings = operation.security().stream()
                .map(requirement -> requirement.schemes().stream()
                        .map(scheme -> of(scheme.kind()).toString())
                        .distinct()
                        .collect(Collectors.joining(" and ")))
                .filter(named -> !named.isEmpty())
                .distinct()
                .collect(Collectors.joining(" or "));
        return settings.isEmpty() ? CREDENTIALS.toString() : settings;
    }

    private static RunSetting of(SecurityScheme.Kind kind) {
        return switch (kind) {
            case BASIC -> USER;
            case BEARER, OAUTH2, OPEN_ID_CONNECT -> TOKEN;
            case API_KEY -> KEY;
            case DIGEST, OTHER_HTTP -> HEADER;
            case MUTUAL_TLS -> CERTIFICATE;
        };
    }

    /** {@return a change of texts that calls every setting by another name} */
    public static UnaryOperator<String> called(Function<RunSetting, String> names) {
        return text -> {
            String told = text;
            for (RunSetting setting : values()) {
                told = told.replace(setting.method, names.apply(setting));
            }
            return told;
        };
    }

    @Override
    public String toString() {
        return method;
    }
}
