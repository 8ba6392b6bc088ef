package plumbline.conformance.probe;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import plumbline.conformance.Success;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.target.Target;

/** Every answer leads somewhere else, which the contract does not say. */
final class Redirection {
    private static final Pattern LOGIN =
            Pattern.compile(".*(log-?in|log-?on|sign-?in|sso|oauth2?|authorize|authenticate|saml).*");

    private Redirection() {}

    static Optional<String> fault(ProbeResult result) {
        if (!result.all(one -> Success.isRedirect(one.status()))) {
            return Optional.empty();
        }
        List<URI> places = result.asked().stream()
                .flatMap(one -> place(result.target(), one).stream())
                .toList();
        return places.size() < result.asked().size()
                ? Optional.empty()
                : Optional.of(result.target().baseUrl())
                        .flatMap(base -> fault(base, places))
                        .map(fault -> "every answer of " + result.target() + " was "
                                + result.first().status() + ", and led " + fault);
    }

    private static Optional<URI> place(Target target, Inquiry one) {
        try {
            URI asked = URI.create(target.origin() + one.request().path());
            return one.response()
                    .flatMap(response -> response.headers().first("Location"))
                    .map(asked::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> fault(URI base, List<URI> places) {
        // What follows the path may be secret.
        URI first = places.get(0);
        String shown = first.getScheme() + "://" + first.getRawAuthority() + first.getRawPath();
        if (places.stream().allMatch(Redirection::isLogin)) {
            return Optional.of("to what looks like a login page, " + shown
                    + ": credentials are missing, or are not of the kind that it takes; give them with "
                    + RunSetting.CREDENTIALS);
        }
        boolean sameHost = places.stream().allMatch(place -> base.getHost().equalsIgnoreCase(place.getHost()));
        boolean secures = !"https".equalsIgnoreCase(base.getScheme())
                && places.stream().allMatch(place -> "https".equalsIgnoreCase(place.getScheme()));
        if (sameHost && secures) {
            return Optional.of("to HTTPS: begin the base URL with https://");
        }
        boolean elsewhere = places.stream()
                .allMatch(place -> place.getHost() != null && !base.getHost().equalsIgnoreCase(place.getHost()));
        return elsewhere
                ? Optional.of("to another host, " + shown + ": if that is the API, give it as the base URL")
                : Optional.empty();
    }

    private static boolean isLogin(URI place) {
        return place.getRawPath() != null
                && LOGIN.matcher(place.getRawPath().toLowerCase(Locale.ROOT)).matches();
    }
}
