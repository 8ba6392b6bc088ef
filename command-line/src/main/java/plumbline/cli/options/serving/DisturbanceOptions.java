package plumbline.cli.options.serving;

import picocli.CommandLine.Option;
import plumbline.cli.options.Converters;
import plumbline.mock.control.switches.Delay;
import plumbline.mock.control.switches.Disturbance;

/** What happens to the answers of a mock, as over a bad network. */
public final class DisturbanceOptions {
    @Option(
            names = "--delay",
            paramLabel = "TIME",
            converter = Converters.DelayConverter.class,
            description = "Answer that much later, such as 200ms, or, as networks are, lognormal:MEDIAN,SIGMA, such as"
                    + " lognormal:200ms,0.4.")
    private Delay delay = Delay.NONE;

    @Option(
            names = "--fault-rate",
            paramLabel = "SHARE",
            description =
                    "Fail that share of requests, such as 0.05: with a documented 5xx or 503, or as the connection"
                            + " breaks; --seed chooses which.")
    private double faultRate;

    public Disturbance disturbance() {
        return Disturbance.NONE.withDelay(delay).withFaultRate(faultRate);
    }
}
