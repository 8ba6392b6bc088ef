package plumbline.mock.control.switches;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.text.Durations;
import plumbline.text.UnusableInputException;

/** How much later answers come. */
public sealed interface Delay {
    /** No later. */
    Delay NONE = new Always(Duration.ZERO);

    /** The longest that is waited, whatever is drawn. */
    Duration LONGEST = Duration.ofMinutes(5);

    /** {@return the delay of one answer} */
    Duration drawn(RandomGenerator random);

    /**
     * {@return the delay that is written as {@code 200ms} or {@code lognormal:200ms,0.4}}
     *
     * @throws UnusableInputException if it is written otherwise
     */
    static Delay parse(String text) {
        Matcher spread = Spread.FORM.matcher(text.trim());
        Optional<Duration> time = Durations.parse(spread.matches() ? spread.group(1) : text);
        if (time.isEmpty() || time.get().compareTo(LONGEST) > 0) {
            throw new UnusableInputException("'" + text
                    + "' is no delay of at most 5 minutes; write it as 200ms, 2s or, with median and sigma,"
                    + " lognormal:200ms,0.4");
        }
        return spread.matches() ? new Spread(time.get(), Double.parseDouble(spread.group(2))) : new Always(time.get());
    }

    /**
     * Always the same.
     *
     * @param time how long
     */
    record Always(Duration time) implements Delay {
        @Override
        public Duration drawn(RandomGenerator random) {
            return time;
        }

        @Override
        public String toString() {
            long millis = time.toMillis();
            return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
        }
    }

    /**
     * Mostly near the median, at times much longer, as networks are (log-normal distribution).
     *
     * @param median as many are longer as are shorter
     * @param sigma the standard deviation of the logarithm
     */
    record Spread(Duration median, double sigma) implements Delay {
        private static final Pattern FORM = Pattern.compile("lognormal:([^,]*),\\s*([0-9](?:\\.[0-9]{1,6})?)");

        @Override
        public Duration drawn(RandomGenerator random) {
            double millis = median.toMillis() * Math.exp(sigma * random.nextGaussian());
            return Duration.ofMillis(Math.min(LONGEST.toMillis(), Math.round(millis)));
        }

        @Override
        public String toString() {
            return "lognormal:" + new Always(median) + "," + sigma;
        }
    }
}
