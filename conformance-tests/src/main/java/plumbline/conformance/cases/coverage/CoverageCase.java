package plumbline.conformance.cases.coverage;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import plumbline.conformance.Case;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.sampling.variation.Mutation;
import plumbline.contract.validation.Location;
import plumbline.contract.validation.RequestValidator.JudgedBody;
import plumbline.contract.validation.Violation;

/**
 * A request that differs from a right one in one thing.
 *
 * @param name what that is, in words
 * @param request the request
 * @param right the right one
 * @param body what is known of its body
 * @param moot tells faults in which servers differ where a contract says no more
 */
record CoverageCase(String name, Request request, Request right, JudgedBody body, Predicate<Violation> moot) {
    private static final int LONGEST_TARGET = 4_000;
    private static final Set<Integer> REFUSALS = Set.of(400, 422);
    private static final Set<String> LISTED = Set.of("enum", "const");
    /** Servers, and what stands before them, refuse these in a path or take them to lead elsewhere. */
    private static final Pattern ODD_PATH =
            Pattern.compile("(?i).*(//|/\\.{1,2}(/|$)|%2F|%5C|%25|%3B|%0[0-9A-F]|%1).*");

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]*[\\x21-\\x7E])?");

    /** What servers agree upon. */
    CoverageCase(String name, Request request, Request right) {
        this(name, request, right, JudgedBody.unknown());
    }

    CoverageCase(String name, Request request, Request right, JudgedBody body) {
        this(name, request, right, body, fault -> false);
    }

    /** The same of what servers do not agree upon. */
    CoverageCase mootFor(Predicate<Violation> faults) {
        return new CoverageCase(name, request, right, body, faults);
    }

    boolean isMoot(Violation fault) {
        return moot.test(fault);
    }

    /** {@return what tells one fault from another: of values that are not listed, each way to miss them is one} */
    static String kind(Violation fault, Mutation mutation) {
        return LISTED.contains(fault.rule()) ? fault + mutation.change().text() : fault.toString();
    }

    /** Whether nothing between here and the server should stumble over it before the contract is asked. */
    private boolean isSendable() {
        return request.target().length() <= LONGEST_TARGET
                && request.headers().fields().stream()
                        .allMatch(header -> header.value().length() <= LONGEST_TARGET
                                && (header.value().isEmpty()
                                        || PRINTABLE.matcher(header.value()).matches()));
    }

    /** Servers, and what stands before them, may take an empty header for none; only where values are listed is it wrong. */
    private boolean hasEmptyHeader() {
        return request.headers().fields().stream()
                .anyMatch(header -> header.value().isEmpty());
    }

    /**
     * Makes cases of an operation.
     *
     * @param operation the operation
     * @param right a right request
     * @param judged tells right requests from wrong ones
     * @param list where cases go
     */
    record Maker(Operation operation, Request right, JudgedRequests judged, CaseList list) {
        /** Adds the case if its request is valid. */
        void accepted(CoverageCase subject) {
            right(subject).ifPresent(list::add);
        }

        /** Adds the case if its request is wrong in one thing, which is as it should be. */
        void refused(CoverageCase subject, Predicate<Violation> asMeant) {
            wrong(subject, asMeant).ifPresent(list::add);
        }

        /** {@return the case if its request is valid} */
        Optional<Case> right(CoverageCase subject) {
            boolean isFair = subject.isSendable()
                    && !subject.hasEmptyHeader()
                    && !ODD_PATH.matcher(subject.request().path()).matches();
            return isFair && judged.isValid(operation, subject)
                    ? Optional.of(made(subject, new Expectation.InputAccepted(subject.name())))
                    : Optional.empty();
        }

        /** {@return the case if its request is wrong in one thing, which is as it should be} */
        Optional<Case> wrong(CoverageCase subject, Predicate<Violation> asMeant) {
            return subject.isSendable()
                    ? judged.fault(
                                    operation,
                                    subject,
                                    subject.hasEmptyHeader()
                                            ? asMeant.and(fault -> LISTED.contains(fault.rule()))
                                            : asMeant)
                            .map(fault -> {
                                String text = fault.location() + " " + fault.message();
                                Set<Integer> statuses = statuses(subject.request(), fault);
                                return made(
                                        subject,
                                        new Expectation.InputRefused(
                                                text, statuses, fault.contractPlace(), subject.isMoot(fault)));
                            })
                    : Optional.empty();
        }

        private Case made(CoverageCase subject, Expectation expectation) {
            Case made = Case.of(operation, Phase.COVERAGE, subject.name(), subject.request(), expectation);
            // What was deleted to compare with would be missing later.
            boolean isComparable = !"DELETE".equals(operation.method());
            return isComparable ? made.comparedWith(subject.right()) : made;
        }

        /** The statuses that HTTP has for a fault, and those of any fault where the contract documents none. */
        private Set<Integer> statuses(Request request, Violation fault) {
            Set<Integer> statuses = new HashSet<>();
            if (REFUSALS.stream().allMatch(status -> operation.response(status).isEmpty())) {
                statuses.addAll(REFUSALS);
            }
            if (fault.isUnreadableBody()) {
                statuses.add(400);
            }
            boolean hasNoType = operation.body() != null && !request.headers().contains("Content-Type");
            if ("mediaType".equals(fault.rule()) || hasNoType) {
                statuses.add(415);
            }
            if (fault.location().part() == Location.Part.PATH) {
                statuses.add(404);
            }
            return statuses;
        }
    }
}
