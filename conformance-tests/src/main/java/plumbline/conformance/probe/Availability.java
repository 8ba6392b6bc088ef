package plumbline.conformance.probe;

import java.util.List;
import java.util.Optional;
import plumbline.conformance.RunSetting;

/** The target is there, but has no time for us. */
final class Availability {
    private Availability() {}

    static Optional<String> fault(Evidence evidence) {
        if (!evidence.allHave(List.of(429, 503))) {
            return Optional.empty();
        }
        return evidence.first().status() == 429
                ? Optional.of(evidence.target() + " answers everything with 429 (Too Many Requests): slow down with "
                        + RunSetting.RATE + ", or try later")
                : Optional.of(evidence.target() + " answers everything with 503 (Service Unavailable): try later");
    }
}
