package plumbline.conformance.target;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.SecurityRequirement;
import plumbline.contract.operation.SecurityScheme;
import plumbline.contract.validation.SecurityValidator;

/**
 * How requests for one operation are dressed for a target: with the user's headers and with credentials. A loopback target
 * for which the user gave no credentials gets made-up ones, since a local mock is glad of any.
 */
public final class Credentials {
    /** Where the credentials come from. */
    public enum Origin {
        /** The operation needs none. */
        NOT_NEEDED,
        /** From the user. */
        GIVEN,
        /** Made up, for a loopback target. */
        STAND_IN,
        /** The operation needs some, and there are none. */
        MISSING
    }

    /** The made-up user and password. */
    public static final String STAND_IN_USER = "plumbline:plumbline";

    private static final Headers DEFAULTS =
            Headers.of("Accept", "*/*", "Accept-Encoding", "gzip", "User-Agent", "Plumbline");

    private final Headers given;
    private final Set<String> credentialHeaders;
    private final Origin origin;
    private final List<SecurityScheme> standIns;

    private Credentials(Headers given, Set<String> credentialHeaders, Origin origin, List<SecurityScheme> standIns) {
        this.given = given;
        this.credentialHeaders = credentialHeaders;
        this.origin = origin;
        this.standIns = standIns;
    }

    /** {@return how requests for this operation are dressed} */
    public static Credentials of(Target target, Operation operation) {
        Headers given = target.headers();
        String user = target.user();
        if (user != null) {
            given = given.with("Authorization", basic(user));
        }
        Set<String> names = CredentialNames.headers(operation);
        Request bare = Request.of(operation.method(), "/").withHeaders(given);
        if (operation.isOpen()) {
            return new Credentials(given, names, Origin.NOT_NEEDED, List.of());
        }
        if (new SecurityValidator().validate(operation, bare).isEmpty()) {
            return new Credentials(given, names, Origin.GIVEN, List.of());
        }
        List<SecurityScheme> standIns = target.isLoopback() ? standIns(operation) : List.of();
        return new Credentials(given, names, standIns.isEmpty() ? Origin.MISSING : Origin.STAND_IN, standIns);
    }

    /**
     * {@return the same, where no credentials of these operations are shown either when bare}
     *
     * @param operations what else the target is asked for: what it was given for them, an open operation does not need
     */
    public Credentials hiding(Collection<Operation> operations) {
        return new Credentials(given, CredentialNames.headers(operations), origin, standIns);
    }

    /** {@return whether requests with credentials differ from bare ones} */
    public boolean areShown() {
        return !standIns.isEmpty()
                || given.fields().stream()
                        .anyMatch(header ->
                                credentialHeaders.contains(header.name().toLowerCase(Locale.ROOT)));
    }

    public Origin origin() {
        return origin;
    }

    /** {@return the request with credentials and all that every request of this target has} */
    public Request authenticate(Request request) {
        Request dressed = dress(request, header -> true);
        for (SecurityScheme scheme : standIns) {
            dressed = withStandIn(dressed, scheme);
        }
        return dressed;
    }

    /** {@return the request with all that every request of this target has, except credentials} */
    public Request leaveBare(Request request) {
        return dress(
                request, header -> !credentialHeaders.contains(header.name().toLowerCase(Locale.ROOT)));
    }

    /** What the request says itself wins. */
    private Request dress(Request request, Predicate<Header> wanted) {
        Headers headers = request.headers();
        for (Header header : given) {
            if (wanted.test(header) && !request.headers().contains(header.name())) {
                headers = headers.and(header.name(), header.value());
            }
        }
        for (Header header : DEFAULTS) {
            if (!headers.contains(header.name())) {
                headers = headers.and(header.name(), header.value());
            }
        }
        return request.withHeaders(headers);
    }

    private static List<SecurityScheme> standIns(Operation operation) {
        return operation.security().stream()
                .map(SecurityRequirement::schemes)
                .filter(schemes -> schemes.stream().allMatch(Credentials::canBeMadeUp))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean canBeMadeUp(SecurityScheme scheme) {
        return switch (scheme.kind()) {
            case BASIC, BEARER, OAUTH2, OPEN_ID_CONNECT, API_KEY -> true;
            case DIGEST, OTHER_HTTP, MUTUAL_TLS -> false;
        };
    }

    private static Request withStandIn(Request request, SecurityScheme scheme) {
        return switch (scheme.kind()) {
            case BASIC -> request.withHeader("Authorization", basic(STAND_IN_USER));
            case API_KEY -> withKey(request, scheme);
            default -> request.withHeader("Authorization", "Bearer plumbline");
        };
    }

    private static Request withKey(Request request, SecurityScheme scheme) {
        return switch (scheme.in()) {
            case QUERY -> {
                String pair = PercentCoding.encode(scheme.parameter()) + "=plumbline";
                yield request.withQuery(request.query().isEmpty() ? pair : request.query() + "&" + pair);
            }
            case COOKIE -> request.withHeader("Cookie", scheme.parameter() + "=plumbline");
            default -> request.withHeader(scheme.parameter(), "plumbline");
        };
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }
}
