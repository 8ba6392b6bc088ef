package plumbline.cli.options;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.plan.Shard;
import plumbline.text.UnusableInputException;

/**
 * Which part of all cases is run: one that is named, or the one that falls to this job of several, as those who start them
 * number them.
 *
 * @param named the part, or null for that of this job
 */
public record ShardChoice(@Nullable Shard named) {
    private static final String AUTO = "auto";

    /** Where a job finds its number and how many there are. */
    private enum Starter {
        KUBERNETES("JOB_COMPLETION_INDEX", "JOB_COMPLETIONS", 0),
        GITHUB("GITHUB_JOB_INDEX", "GITHUB_JOB_TOTAL", 0),
        GITLAB("CI_NODE_INDEX", "CI_NODE_TOTAL", 1),
        CIRCLE("CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
        BUILDKITE("BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0),
        AZURE("SYSTEM_JOBPOSITIONINPHASE", "SYSTEM_TOTALJOBSINPHASE", 1);

        private final String number;
        private final String total;
        private final int first;

        Starter(String number, String total, int first) {
            this.number = number;
            this.total = total;
            this.first = first;
        }

        Optional<Shard> shard(Map<String, String> environment) {
            String index = environment.getOrDefault(number, "");
            String of = environment.getOrDefault(total, "");
            if (index.isBlank()) {
                // A job that is not one of several has a total of 1 and no number in GitLab.
                return of.trim().equals("1") ? Optional.of(Shard.whole()) : Optional.empty();
            }
            return Optional.of(whole(index)
                    .flatMap(value -> Shard.parse((value - first + 1) + "/" + of.trim()))
                    .orElseThrow(() -> new UnusableInputException(
                            "--shard auto: " + number + " is '" + index + "' and " + total + " is '" + of
                                    + "', which is no part of a whole: set both, counted from " + first
                                    + ", or give --shard as 2/5")));
        }

        private static Optional<Integer> whole(String text) {
            return text.trim().matches("[0-9]{1,4}") ? Optional.of(Integer.parseInt(text.trim())) : Optional.empty();
        }
    }

    /** {@return all cases} */
    public static ShardChoice whole() {
        return new ShardChoice(Shard.whole());
    }

    /** {@return the choice that a text such as {@code 2/5} or {@code auto} names, or nothing if it names none} */
    static Optional<ShardChoice> parse(String text) {
        return text.trim().equals(AUTO)
                ? Optional.of(new ShardChoice(null))
                : Shard.parse(text).map(ShardChoice::new);
    }

    /**
     * {@return the part}
     *
     * @throws UnusableInputException if it is that of this job, and the environment does not tell which
     */
    public Shard in(Map<String, String> environment) {
        if (named != null) {
            return named;
        }
        return Arrays.stream(Starter.values())
                .flatMap(starter -> starter.shard(environment).stream())
                .findFirst()
                .orElseThrow(
                        () -> new UnusableInputException("--shard auto: nothing tells which of several jobs this is;"
                                + " it would be "
                                + Arrays.stream(Starter.values())
                                        .map(starter -> starter.number + " with " + starter.total)
                                        .collect(Collectors.joining(", "))
                                + ": set two that belong together, or give --shard as 2/5"));
    }
}
