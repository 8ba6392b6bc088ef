package plumbline.conformance.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Case;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.causes.CauseId;
import plumbline.conformance.causes.Root;
import plumbline.conformance.credentials.Secrets;
import plumbline.conformance.result.ExchangeObserver;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.Transcript;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.target.Answer;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;

/** Reaches verdicts on what came back. Thread-safe. */
final class Judge {
    private static final int LONGEST_KEPT_COMMAND = 1_000;

    private final List<Check> checks;
    private final CheckOptions options;
    private final Secrets secrets;
    private final ExchangeObserver observer;
    private final TranscriptKeeper transcripts;
    private final Answers answers = new Answers();
    private final Map<Remark, Remark> remarks = new ConcurrentHashMap<>();
    private final Map<List<CheckId>, List<String>> written = new ConcurrentHashMap<>();
    private final Set<Ignore> used = ConcurrentHashMap.newKeySet();

    Judge(List<Check> all, CheckOptions options, Secrets secrets, ExchangeObserver observer) {
        this.observer = observer;
        this.checks = options.checks(all);
        this.options = options;
        this.secrets = secrets;
        this.transcripts = new TranscriptKeeper(secrets);
    }

    /**
     * What was sent.
     *
     * @param request the request of the case, dressed as it was sent
     * @param commands shell commands that send the same
     */
    record Sent(Request request, List<String> commands) {}

    /** {@return the checks that judge} */
    List<CheckId> checks() {
        return checks.stream().map(Check::id).toList();
    }

    /** {@return which of these operations were called in vain} */
    Report.Unanswered unanswered(List<Operation> operations) {
        return answers.unanswered(operations, options.successRequired());
    }

    /** {@return what the user ignores that was not found, and may have been mended} */
    List<Ignore> unused() {
        return options.ignores().stream()
                .filter(ignore -> !used.contains(ignore))
                .toList();
    }

    /**
     * What all checks see in an answer; holds no secrets.
     *
     * @param applied the checks that had something to judge
     * @param findings what is wrong
     * @param remarks what does not count
     * @param untold why something could not be judged; empty if all could
     */
    record Inspection(List<CheckId> applied, List<Finding> findings, Set<Remark> remarks, String untold) {}

    /** {@return what all checks see in an answer} */
    Inspection inspect(Exchange exchange) {
        List<CheckId> applied = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        String untold = "";
        FindingSorter sorted = new FindingSorter(exchange.subject(), exchange.status());
        for (Check check : checks) {
            Check.Judgement judgement = check.judge(exchange);
            if (judgement.applied()) {
                applied.add(check.id());
            }
            found.addAll(judgement.findings());
            judgement.notes().forEach(options.strict() ? found::add : sorted::note);
            for (Finding undecided : judgement.undecided()) {
                sorted.note(undecided);
                untold = "what came back could not be judged: " + undecided.message();
            }
        }
        Root.of(found).forEach(sorted::add);
        answers.saw(exchange);
        observer.saw(exchange, sorted.findings.isEmpty());
        return new Inspection(applied, sorted.findings, sorted.remarks, untold);
    }

    /** {@return what a finding that no check has made of an answer comes to: it counts, or is ignored} */
    Inspection weigh(Case subject, int status, Finding finding) {
        FindingSorter sorted = new FindingSorter(subject, status);
        sorted.add(new Root(finding, List.of()));
        return new Inspection(List.of(), sorted.findings, sorted.remarks, "");
    }

    /** {@return the verdict on an answer} */
    Verdict judge(Exchange exchange, Sent sent) {
        Inspection sorted = inspect(exchange);
        List<CheckId> applied = sorted.applied();
        boolean failed = !sorted.findings().isEmpty();
        Verdict.Details details = new Verdict.Details(
                List.copyOf(sorted.remarks()),
                mediaType(exchange),
                failed ? transcript(sent.request(), exchange.answer()) : null);
        Verdict.Trace trace = new Verdict.Trace(
                exchange.status(),
                exchange.answer().elapsed(),
                names(applied),
                failed ? sent.commands() : brief(sent),
                details);
        if (failed) {
            return new Verdict.Failed(exchange.subject(), trace, sorted.findings());
        }
        String nothing = "nothing can be told from an answer with status " + exchange.status();
        return isDecided(exchange.subject(), applied) && sorted.untold().isEmpty()
                ? new Verdict.Passed(exchange.subject(), trace)
                : new Verdict.Skipped(exchange.subject(), trace, sorted.untold().isEmpty() ? nothing : sorted.untold());
    }

    /** {@return how users write these checks; most answers are judged by the same ones, whose names are kept once} */
    List<String> names(Collection<CheckId> applied) {
        return written.computeIfAbsent(List.copyOf(applied), CheckId::names);
    }

    /** {@return what went over the wire, as text without secrets, or null if enough is kept already} */
    @Nullable
    Transcript transcript(Request request, Answer answer) {
        return transcripts.keep(request, answer);
    }

    /** {@return the verdict when no whole answer came} */
    Verdict broken(Case subject, Answer.Broken answer, Sent sent) {
        FindingSorter sorted = new FindingSorter(subject, 0);
        sorted.add(new Root(TransportFindings.finding(subject, answer), List.of()));
        Verdict.Details details =
                new Verdict.Details(List.copyOf(sorted.remarks), "", transcript(sent.request(), answer));
        Verdict.Trace trace = new Verdict.Trace(
                0, answer.elapsed(), names(List.of(TransportFindings.idOf(answer))), sent.commands(), details);
        return sorted.findings.isEmpty()
                ? new Verdict.Skipped(subject, trace, "no whole answer came, and that is ignored")
                : new Verdict.Broken(subject, trace, sorted.findings.get(0));
    }

    /** Sorts findings into those that count, those that are ignored, and notes. */
    private final class FindingSorter {
        private final Case subject;
        private final int status;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Remark> remarks = new LinkedHashSet<>();

        FindingSorter(Case subject, int status) {
            this.subject = subject;
            this.status = status;
        }

        /** Whoever lives with a root lives with what follows from it. */
        void add(Root root) {
            Optional<Ignore> ignore = ignore(root.finding());
            count(root.finding(), ignore);
            root.followers().forEach(follower -> count(follower, ignore.or(() -> ignore(follower))));
        }

        private void count(Finding finding, Optional<Ignore> ignore) {
            ignore.ifPresentOrElse(
                    known -> remark(Remark.Kind.IGNORED, finding, known.reason()),
                    () -> findings.add(finding.map(secrets::redact)));
        }

        void note(Finding finding) {
            Optional<Ignore> ignore = ignore(finding);
            remark(
                    ignore.isPresent() ? Remark.Kind.IGNORED : Remark.Kind.NOTE,
                    finding,
                    ignore.map(Ignore::reason).orElse(""));
        }

        private Optional<Ignore> ignore(Finding finding) {
            Optional<Ignore> known = options.ignores().stream()
                    .filter(ignore -> isOf(finding, ignore.cause())
                            && ignore.fits(finding, Optional.of(subject.operation()), status))
                    .findFirst();
            known.ifPresent(used::add);
            return known;
        }

        private boolean isOf(Finding finding, String cause) {
            return cause.isEmpty()
                    || CauseId.of(finding.map(secrets::redact)).toString().equals(cause);
        }

        /** The same remark is made on many answers, and kept once. */
        private void remark(Remark.Kind kind, Finding finding, String reason) {
            Remark remark = new Remark(
                    kind,
                    subject.operation().id(),
                    finding.map(secrets::redact).comparing(finding.expected(), ""),
                    reason);
            remarks.add(Judge.this.remarks.computeIfAbsent(remark, first -> first));
        }
    }

    /** {@return whether the check that must tell was able to} */
    boolean isDecided(Case subject, Collection<CheckId> applied) {
        CheckId deciding = subject.expectation().decidedBy();
        return applied.contains(deciding) || options.isPartial() && !checks().contains(deciding) && !applied.isEmpty();
    }

    private static List<String> brief(Sent sent) {
        return sent.commands().stream()
                .filter(command -> command.length() <= LONGEST_KEPT_COMMAND)
                .toList();
    }

    private String mediaType(Exchange exchange) {
        return exchange.response()
                .headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .map(type -> secrets.redact(type.essence()))
                .orElse("");
    }
}
