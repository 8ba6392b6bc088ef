package plumbline.conformance.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import plumbline.conformance.credentials.Credentials;
import plumbline.conformance.result.RunSetting;
import plumbline.contract.operation.SecurityScheme;

/** All that needs credentials is refused, whatever they are. */
final class RefusedCredentials {
    private static final List<Integer> STATUSES = List.of(401, 403);

    private RefusedCredentials() {}

    static Optional<String> fault(ProbeResult result) {
        boolean isRefused = result.allHave(STATUSES)
                && result.all(one -> !one.operation().isOpen())
                // Items that nobody has named may belong to somebody else.
                && (result.first().status() == 401 || result.all(Inquiry::isKnown));
        if (!isRefused) {
            return Optional.empty();
        }
        int status = result.first().status();
        String refused = result.target() + " refused every request with " + status + ": ";
        boolean areMadeUp = result.all(one -> result.contact().origin(one.operation()) == Credentials.Origin.STAND_IN);
        if (areMadeUp) {
            return Optional.of(refused + "no credentials are given, and it does not take made-up ones; give some for "
                    + schemes(result) + " with "
                    + RunSetting.credentials(result.first().operation()));
        }
        return Optional.of(refused
                + (status == 401
                        ? "the credentials that are given for " + schemes(result)
                                + " are wrong or have expired; give others with "
                        : "the credentials that are given for " + schemes(result)
                                + " do not allow what was asked for; give others with ")
                + RunSetting.credentials(result.first().operation()));
    }

    private static String schemes(ProbeResult result) {
        return result.first().operation().security().stream()
                .map(requirement ->
                        requirement.schemes().stream().map(SecurityScheme::name).collect(Collectors.joining(" and ")))
                .collect(Collectors.joining(" or "));
    }
}
