package plumbline.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a process holds of the machine's memory, as time goes on, and the line through it (least squares). */
final class ResidentMemory {
    private final Path status;
    private final Duration warm;
    private final Duration pause;
    private final long start = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();

    /**
     * The memory of a process.
     *
     * @param warm how long it is not looked at
     * @param pause for how long what is held for a moment, such as a large body, does not count
     */
    ResidentMemory(long process, Duration warm, Duration pause) {
        this.status = Path.of("/proc", Long.toString(process), "status");
        this.warm = warm;
        this.pause = pause;
    }

    private record Sample(double seconds, double megabytes) {}

    synchronized void look() throws IOException {
        if (isWarm()) {
            samples.add(new Sample(age().toMillis() / 1_000.0, resident()));
        }
    }

    boolean isWarm() {
        return age().compareTo(warm) > 0;
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private double resident() throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }

    /** {@return by which share of the mean the line through what is held all the time rises from its start to its end} */
    synchronized double growth() {
        return growth(held());
    }

    /** The lowest sample of each pause. */
    private List<Sample> held() {
        List<Sample> held = new ArrayList<>();
        List<Sample> near = new ArrayList<>();
        for (Sample sample : samples) {
            near.add(sample);
            if (sample.seconds() - near.get(0).seconds() >= pause.toSeconds()) {
                near.stream().min(Comparator.comparing(Sample::megabytes)).ifPresent(held::add);
                near.clear();
            }
        }
        return held;
    }

    private static double growth(List<Sample> line) {
        double meanSeconds =
                line.stream().mapToDouble(Sample::seconds).average().orElseThrow();
        double mean = line.stream().mapToDouble(Sample::megabytes).average().orElseThrow();
        double covariance = 0;
        double variance = 0;
        for (Sample sample : line) {
            double distance = sample.seconds() - meanSeconds;
            covariance += distance * (sample.megabytes() - mean);
            variance += distance * distance;
        }
        double time = line.get(line.size() - 1).seconds() - line.get(0).seconds();
        return covariance / variance * time / mean;
    }

    @Override
    public synchronized String toString() {
        return "%.1f %% more held (%.1f %% with what is for a moment), in MB: %s"
                .formatted(
                        100 * growth(),
                        100 * growth(samples),
                        samples.stream()
                                .map(sample -> Math.round(sample.megabytes()))
                                .toList());
    }
}
