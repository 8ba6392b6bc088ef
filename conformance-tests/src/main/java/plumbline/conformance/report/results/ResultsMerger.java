package plumbline.conformance.report.results;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import plumbline.conformance.Omission;
import plumbline.conformance.Phase;
import plumbline.conformance.Success;
import plumbline.conformance.result.OperationCoverage;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Report.Conclusion;
import plumbline.conformance.result.Verdict;
import plumbline.text.UnusableInputException;

/** Puts together what several runs tell. */
final class ResultsMerger {
    private final List<Results> parts;
    private final Optional<String> missing;

    ResultsMerger(List<Results> parts) {
        if (parts.isEmpty()) {
            throw new UnusableInputException("there are no reports to merge: name at least one file");
        }
        this.parts = parts;
        Set<String> titles = new LinkedHashSet<>();
        parts.forEach(part -> titles.add(part.heading().title()));
        if (titles.size() > 1) {
            throw new UnusableInputException("the reports are about different contracts, "
                    + String.join(" and ", titles) + ": merge those of one");
        }
        this.missing = PlanParts.of(parts).missing();
    }

    Results merge() {
        Map<String, Integer> checks = new LinkedHashMap<>();
        Map<String, OperationResult> rows = new LinkedHashMap<>();
        Map<String, CaseResult> entries = new LinkedHashMap<>();
        Map<Remark, Integer> remarks = new LinkedHashMap<>();
        Map<String, OperationCoverage> reached = new LinkedHashMap<>();
        for (Results part : parts) {
            part.checks().forEach((check, answers) -> checks.merge(check, answers, Integer::sum));
            part.rows().forEach(row -> rows.merge(row.operation(), row, OperationResult::plus));
            part.remarks().forEach((remark, answers) -> remarks.merge(remark, answers, Integer::sum));
            part.extent().reached().forEach(reach -> reached.merge(reach.operation(), reach, ResultsMerger::both));
            for (CaseResult entry : part.entries()) {
                if (entries.putIfAbsent(entry.id(), entry) != null) {
                    throw new UnusableInputException("the case '" + entry.id()
                            + "' stands in two of the reports: merge reports of different parts, not of repeated runs");
                }
            }
        }
        Set<Omission> omissions = union(Results::omissions);
        return new Results(
                heading(),
                conclusion(),
                union(Results::phases).stream().sorted().toList(),
                checks,
                List.copyOf(rows.values()),
                List.copyOf(entries.values()),
                List.copyOf(omissions),
                remarks,
                new Report.Extent(
                        List.copyOf(reached.values()),
                        new ProofMerger(parts).merge(),
                        unanswered(rows.keySet()),
                        null));
    }

    /** What was answered with success in one part was not called in vain in another. */
    private Report.Unanswered unanswered(Set<String> operations) {
        List<String> vain = operations.stream()
                .filter(operation -> parts.stream().anyMatch(part -> isVain(part, operation))
                        && parts.stream().noneMatch(part -> isAnswered(part, operation)))
                .toList();
        List<Report.Unanswered> all =
                parts.stream().map(part -> part.extent().unanswered()).toList();
        return new Report.Unanswered(
                vain,
                all.stream().mapToInt(Report.Unanswered::called).max().orElse(0),
                all.stream().anyMatch(Report.Unanswered::isRequired));
    }

    private static boolean isVain(Results part, String operation) {
        return part.extent().unanswered().operations().contains(operation);
    }

    private static boolean isAnswered(Results part, String operation) {
        return !isVain(part, operation)
                && part.rows().stream()
                        .filter(row -> row.operation().equals(operation))
                        .flatMap(row -> row.statuses().stream())
                        .anyMatch(Success::hasContent);
    }

    private <T> Set<T> union(Function<Results, Collection<T>> items) {
        Set<T> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(items.apply(part)));
        return all;
    }

    private Report.Heading heading() {
        Set<String> targets = union(part -> List.of(part.heading().target()));
        Instant start = parts.stream()
                .map(part -> part.heading().start())
                .min(Instant::compareTo)
                .orElseThrow();
        Duration elapsed = parts.stream().map(part -> part.heading().elapsed()).reduce(Duration.ZERO, Duration::plus);
        Report.Heading first = parts.get(0).heading();
        Set<String> notes = union(part -> part.heading().notes());
        missing.ifPresent(notes::add);
        return new Report.Heading(
                String.join(", ", targets), first.title(), first.document(), start, elapsed, List.copyOf(notes));
    }

    private Conclusion conclusion() {
        Set<Conclusion> all = union(part -> List.of(part.conclusion()));
        if (all.contains(Conclusion.VIOLATIONS)) {
            return Conclusion.VIOLATIONS;
        }
        if (all.contains(Conclusion.ENDED_EARLY) || missing.isPresent()) {
            return Conclusion.ENDED_EARLY;
        }
        return all.contains(Conclusion.CONFORMS) && (!isOfParts() || hasSucceeded())
                ? Conclusion.CONFORMS
                : Conclusion.NOTHING_CHECKED;
    }

    private boolean isOfParts() {
        return parts.stream().allMatch(part -> part.extent().part() != null);
    }

    /** A part in which nothing asks for success conforms by itself, though a server that refuses everything would pass it. */
    private boolean hasSucceeded() {
        return !union(Results::phases).contains(Phase.EXAMPLES)
                || parts.stream()
                        .flatMap(part -> part.entries().stream())
                        .filter(entry -> entry.outcome() == Verdict.Outcome.PASSED)
                        .map(entry -> entry.trace().status())
                        .anyMatch(status -> Success.hasContent(status) || Success.isRedirect(status));
    }

    private static OperationCoverage both(OperationCoverage one, OperationCoverage other) {
        Set<OperationCoverage.Part> reached = new LinkedHashSet<>(one.parts());
        reached.addAll(other.parts());
        List<OperationCoverage.Part> parts = one.parts().stream()
                .map(part -> new OperationCoverage.Part(
                        part.kind(),
                        part.name(),
                        reached.contains(new OperationCoverage.Part(part.kind(), part.name(), true))))
                .toList();
        return new OperationCoverage(one.operation(), one.title(), parts);
    }
}
