package plumbline.conformance.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import plumbline.conformance.Phase;
import plumbline.conformance.plan.CaseTimes;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.report.ResultsReader;
import plumbline.conformance.report.results.CaseResult;
import plumbline.conformance.report.results.Results;

/** The JSON report of an earlier run, of one part or of all. */
public final class EarlierReport {
    private EarlierReport() {}

    /**
     * {@return a part, made by what a report tells of how long each case took; the whole as it is, without a look into the file}
     *
     * @throws plumbline.text.UnusableInputException if the file is no JSON report
     */
    public static Shard balanced(Shard part, Path file) {
        return part.isWhole() ? part : part.balancedBy(times(file));
    }

    /** How long each case took; nothing at all for those that were skipped. */
    private static CaseTimes times(Path file) {
        Results results = ResultsReader.read(file);
        Map<Phase, Map<String, Duration>> phases = new EnumMap<>(Phase.class);
        for (CaseResult entry : results.entries()) {
            phases.computeIfAbsent(entry.phase(), phase -> new HashMap<>())
                    .merge(entry.id(), entry.trace().elapsed(), (one, other) -> one.compareTo(other) < 0 ? other : one);
        }
        return new CaseTimes(file.toString(), results.heading().title(), phases);
    }
}
