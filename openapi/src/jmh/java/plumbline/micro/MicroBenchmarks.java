package plumbline.micro;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the benchmarks with the options of JMH, and tells how each compares with its baseline in the same run. */
public final class MicroBenchmarks {
    private static final String BASELINE = "Baseline";

    private MicroBenchmarks() {}

    public static void main(String... arguments) throws CommandLineOptionException, RunnerException {
        Map<String, Double> times = new TreeMap<>();
        for (RunResult result : results(arguments)) {
            Result<?> time = result.getPrimaryResult();
            times.put(time.getLabel(), time.getScore());
        }
        StringBuilder table = new StringBuilder("\n| | ns | baseline, ns | ratio |\n|---|---:|---:|---:|\n");
        times.forEach((name, time) -> {
            Double baseline = times.get(name + BASELINE);
            if (baseline != null) {
                table.append(String.format(
                        Locale.ROOT, "| %s | %.0f | %.0f | %.2f × |%n", name, time, baseline, time / baseline));
            }
        });
        table.append(String.format(
                "%n%s %s on %s, %d processors%n",
                System.getProperty("java.vm.name"),
                Runtime.version(),
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors()));
        System.out.print(table);
    }

    private static Collection<RunResult> results(String... arguments)
            throws CommandLineOptionException, RunnerException {
        return new Runner(new CommandLineOptions(arguments)).run();
    }
}
