package plumbline.conformance.report.results;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plumbline.conformance.result.PlanPart;
import plumbline.conformance.result.Report;
import plumbline.text.PlainText;
import plumbline.text.UnusableInputException;

/**
 * The parts that reports tell of. They make a whole if they are of one plan, each is there, and none twice.
 *
 * @param parts the parts, in the order of the reports; reports of all cases tell of none
 */
record PlanParts(List<PlanPart> parts) {
    private static final int MOST_TOLD = 10;

    /**
     * {@return the parts that reports tell of}
     *
     * @throws UnusableInputException if they cannot belong to one whole
     */
    static PlanParts of(List<Results> reports) {
        if (reports.stream().anyMatch(PlanParts::isIncomplete)) {
            throw new UnusableInputException("one of the reports was merged without all of its parts:"
                    + " merge the reports of the parts themselves");
        }
        List<PlanPart> parts = reports.stream()
                .map(report -> report.extent().part())
                .filter(Objects::nonNull)
                .toList();
        Set<Integer> numbers = new HashSet<>();
        for (PlanPart part : parts) {
            difference(parts.get(0), part).ifPresent(difference -> {
                throw new UnusableInputException(
                        "the parts " + parts.get(0) + " and " + part + " do not belong together: " + difference);
            });
            if (!numbers.add(part.number())) {
                throw new UnusableInputException(
                        "part " + part + " is there twice: name one report of each part, of one run");
            }
        }
        return new PlanParts(parts);
    }

    private static boolean isIncomplete(Results report) {
        return report.heading().notes().stream().anyMatch(note -> note.startsWith(Report.Heading.INCOMPLETE));
    }

    private static Optional<String> difference(PlanPart one, PlanPart other) {
        if (one.of() != other.of()) {
            return Optional.of("run all parts with the same number of parts");
        }
        if (!one.contract().equals(other.contract())) {
            return Optional.of("their contracts differ, though they have one title; run all parts with one document");
        }
        if (!one.cases().equals(other.cases())) {
            return Optional.of("they are of different cases; run all parts with the same seed, phases, operations,"
                    + " fixtures and values");
        }
        return one.dealing().equals(other.dealing())
                ? Optional.empty()
                : Optional.of(
                        "their cases were dealt out by different times; give all parts the same report of an earlier run");
    }

    /** {@return what a reader must know where parts are missing; nothing where none is} */
    Optional<String> missing() {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> numbers = parts.stream().map(PlanPart::number).collect(Collectors.toSet());
        int of = parts.get(0).of();
        List<String> missing = IntStream.rangeClosed(1, of)
                .filter(number -> !numbers.contains(number))
                .mapToObj(number -> number + "/" + of)
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Report.Heading.INCOMPLETE + PlainText.listed(missing, MOST_TOLD)
                        + ". What they would have found is not told: run them, and merge the reports of all parts.");
    }
}
