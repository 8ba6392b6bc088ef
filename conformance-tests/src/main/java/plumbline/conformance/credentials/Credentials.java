package plumbline.conformance.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import plumbline.conformance.target.Target;
import plumbline.contract.http.Header;
import plumbline.contract.http.Headers;
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

    private static final String STAND_IN = "plumbline";

    private final Worn worn;
    private final Set<String> credentialHeaders;
    private final Origin origin;
    private final List<ShownCredential> shown;

    private Credentials(Worn worn, Set<String> credentialHeaders, Origin origin, List<ShownCredential> shown) {
        this.worn = worn;
        this.credentialHeaders = credentialHeaders;
        this.origin = origin;
        this.shown = shown;
    }

    /**
     * What every request has.
     *
     * @param given what the user wants to be sent
     * @param usual what else clients send, where neither the request nor the user has anything of the name
     */
    private record Worn(Headers given, Headers usual) {}

    /** {@return how requests for this operation are dressed} */
    public static Credentials of(Target target, Operation operation) {
        Headers given = target.headers();
        String user = target.user();
        if (user != null) {
            given = given.with("Authorization", basic(user));
        }
        Worn worn = new Worn(given, UsualHeaders.of(operation));
        Set<String> names = CredentialNames.headers(operation);
        Request bare = Request.of(operation.method(), "/").withHeaders(given);
        if (operation.isOpen()) {
            return new Credentials(worn, names, Origin.NOT_NEEDED, List.of());
        }
        List<ShownCredential> own = own(target, operation);
        if (!own.isEmpty()) {
            return new Credentials(worn, names, Origin.GIVEN, own);
        }
        if (new SecurityValidator().validate(operation, bare).isEmpty()) {
            return new Credentials(worn, names, Origin.GIVEN, List.of());
        }
        List<ShownCredential> standIns = target.isLoopback() ? standIns(operation) : List.of();
        return new Credentials(worn, names, standIns.isEmpty() ? Origin.MISSING : Origin.STAND_IN, standIns);
    }

    /**
     * {@return the same, where these headers are not shown either when bare}
     *
     * @param headers those of whatever else the target is asked for, in lower case: what it was given for that, an open
     *     operation does not need
     */
    public Credentials hiding(Set<String> headers) {
        return new Credentials(worn, headers, origin, shown);
    }

    /** {@return whether requests with credentials differ from bare ones} */
    public boolean areShown() {
        return !shown.isEmpty()
                || worn.given().fields().stream()
                        .anyMatch(header ->
                                credentialHeaders.contains(header.name().toLowerCase(Locale.ROOT)));
    }

    public Origin origin() {
        return origin;
    }

    /** {@return the request with credentials and all that every request of this target has} */
    public Request authenticate(Request request) {
        Request dressed = dress(request, header -> true);
        for (ShownCredential credential : shown) {
            dressed = credential.in(dressed);
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
        for (Header header : worn.given()) {
            if (wanted.test(header) && !request.headers().contains(header.name())) {
                headers = headers.and(header.name(), header.value());
            }
        }
        for (Header header : worn.usual()) {
            if (!headers.contains(header.name())) {
                headers = headers.and(header.name(), header.value());
            }
        }
        return request.withHeaders(headers);
    }

    /** {@return what is given for the schemes themselves, if that is all that one of the alternatives needs} */
    private static List<ShownCredential> own(Target target, Operation operation) {
        return operation.security().stream()
                .map(SecurityRequirement::schemes)
                .filter(schemes -> schemes.stream().anyMatch(scheme -> isOwn(target, scheme))
                        && schemes.stream()
                                .allMatch(scheme ->
                                        isOwn(target, scheme) || scheme.kind() == SecurityScheme.Kind.MUTUAL_TLS))
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(scheme -> new ShownCredential(scheme, target.credentials().getOrDefault(scheme.name(), "")))
                .toList();
    }

    private static boolean isOwn(Target target, SecurityScheme scheme) {
        return target.credentials().containsKey(scheme.name());
    }

    private static List<ShownCredential> standIns(Operation operation) {
        return operation.security().stream()
                .map(SecurityRequirement::schemes)
                .filter(schemes -> schemes.stream().allMatch(Credentials::canBeMadeUp))
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(scheme -> new ShownCredential(
                        scheme, scheme.kind() == SecurityScheme.Kind.BASIC ? STAND_IN_USER : STAND_IN))
                .toList();
    }

    private static boolean canBeMadeUp(SecurityScheme scheme) {
        return switch (scheme.kind()) {
            case BASIC, BEARER, OAUTH2, OPEN_ID_CONNECT, API_KEY -> true;
            case DIGEST, OTHER_HTTP, MUTUAL_TLS -> false;
        };
    }

    static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }
}
