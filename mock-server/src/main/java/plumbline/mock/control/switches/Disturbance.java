package plumbline.mock.control.switches;

import plumbline.text.UnusableInputException;

/**
 * What happens to the answers of all operations, as over a bad network.
 *
 * @param delay how much later they come
 * @param faultRate the share of requests that fail, 0 to 1: with a documented 5xx or 503, or as the connection breaks
 */
public record Disturbance(Delay delay, double faultRate) {
    /** Nothing. */
    public static final Disturbance NONE = new Disturbance(Delay.NONE, 0);

    public Disturbance {
        if (!(faultRate >= 0 && faultRate <= 1)) {
            throw new UnusableInputException("a share of requests is a number from 0 to 1, not " + faultRate);
        }
    }

    public Disturbance withDelay(Delay other) {
        return new Disturbance(other, faultRate);
    }

    public Disturbance withFaultRate(double other) {
        return new Disturbance(delay, other);
    }
}
