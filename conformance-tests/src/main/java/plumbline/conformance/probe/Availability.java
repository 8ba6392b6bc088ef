package plumbline.conformance.probe;

import java.util.List;
import java.util.Optional;
import plumbline.conformance.result.RunSetting;

/** The target is there, but has no time for us. */
final class Availability {
    private Availability() {}

    static Optional<String> fault(ProbeResult result) {
        return result.allHave(List.of(429))
                ? Optional.of(result.target() + " answers everything with 429 (Too Many Requests): slow down with "
                        + RunSetting.RATE + ", or try later")
                : Optional.empty();
    }
}
