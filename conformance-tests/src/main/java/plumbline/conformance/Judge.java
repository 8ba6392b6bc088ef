package plumbline.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Secrets;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Request;
import plumbline.finding.Finding;
import plumbline.finding.Ignore;

/** Reaches verdicts on what came back. Thread-safe. */
final class Judge {
    private static final int LONGEST_KEPT_COMMAND = 1_000;

    private final List<Check> checks;
    private final Judging judging;
    private final Secrets secrets;
    private final Witness witness;
    private final Transcripts transcripts;
    private final Map<Remark, Remark> remarks = new ConcurrentHashMap<>();
    private final Set<Ignore> used = ConcurrentHashMap.newKeySet();

    Judge(List<Check> all, Judging judging, Secrets secrets, Witness witness) {
        this.witness = witness;
        this.checks = judging.checks(all);
        this.judging = judging;
        this.secrets = secrets;
        this.transcripts = new Transcripts(secrets);
    }

    /**
     * What was sent.
     *
     * @param request the request of the case, dressed as it was sent
     * @param commands shell commands that send the same
     */
    record Sent(Request request, List<String> commands) {}

    /** {@return the ids of the checks that judge} */
    List<String> checks() {
        return checks.stream().map(Check::id).toList();
    }

    /** {@return what the user ignores that was not found, and may have been mended} */
    List<Ignore> unused() {
        return judging.ignores().stream()
                .filter(ignore -> !used.contains(ignore))
                .toList();
    }

    /**
     * What all checks see in an answer; holds no secrets.
     *
     * @param applied the checks that had something to judge
     * @param findings what is wrong
     * @param remarks what does not count
     */
    record Looked(List<String> applied, List<Finding> findings, Set<Remark> remarks) {}

    /** {@return what all checks see in an answer} */
    Looked look(Exchange exchange) {
        List<String> applied = new ArrayList<>();
        Judged judged = new Judged(exchange.subject(), exchange.status());
        for (Check check : checks) {
            Check.Judgement judgement = check.judge(exchange);
            if (judgement.applied()) {
                applied.add(check.id());
            }
            judgement.findings().forEach(judged::add);
            judgement.notes().forEach(judging.strict() ? judged::add : judged::note);
        }
        witness.saw(exchange, judged.findings.isEmpty());
        return new Looked(applied, judged.findings, judged.remarks);
    }

    /** {@return the verdict on an answer} */
    Verdict judge(Exchange exchange, Sent sent) {
        Looked judged = look(exchange);
        List<String> applied = judged.applied();
        boolean failed = !judged.findings().isEmpty();
        Verdict.Details details = new Verdict.Details(
                List.copyOf(judged.remarks()),
                mediaType(exchange),
                failed ? transcript(sent.request(), exchange.answer()) : null);
        Verdict.Trace trace = new Verdict.Trace(
                exchange.status(),
                exchange.answer().elapsed(),
                applied,
                failed ? sent.commands() : brief(sent),
                details);
        if (failed) {
            return new Verdict.Failed(exchange.subject(), trace, judged.findings());
        }
        return isDecided(exchange.subject(), applied)
                ? new Verdict.Passed(exchange.subject(), trace)
                : new Verdict.Skipped(
                        exchange.subject(),
                        trace,
                        "nothing can be told from an answer with status " + exchange.status());
    }

    /** {@return what went over the wire, as text without secrets, or null if enough is kept already} */
    @Nullable
    Transcript transcript(Request request, Answer answer) {
        return transcripts.keep(request, answer);
    }

    /** {@return the verdict when no whole answer came} */
    Verdict broken(Case subject, Answer.Broken answer, Sent sent) {
        Judged judged = new Judged(subject, 0);
        judged.add(Transport.finding(subject, answer));
        Verdict.Details details =
                new Verdict.Details(List.copyOf(judged.remarks), "", transcript(sent.request(), answer));
        Verdict.Trace trace =
                new Verdict.Trace(0, answer.elapsed(), List.of(Transport.idOf(answer)), sent.commands(), details);
        return judged.findings.isEmpty()
                ? new Verdict.Skipped(subject, trace, "no whole answer came, and that is ignored")
                : new Verdict.Broken(subject, trace, judged.findings.get(0));
    }

    /** Sorts findings into those that count, those that are ignored, and notes. */
    private final class Judged {
        private final Case subject;
        private final int status;
        private final List<Finding> findings = new ArrayList<>();
        private final Set<Remark> remarks = new LinkedHashSet<>();

        Judged(Case subject, int status) {
            this.subject = subject;
            this.status = status;
        }

        void add(Finding finding) {
            Optional<Ignore> ignore = ignore(finding);
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
            Optional<Ignore> known = judging.ignores().stream()
                    .filter(ignore -> ignore.fits(finding, Optional.of(subject.operation()), status))
                    .findFirst();
            known.ifPresent(used::add);
            return known;
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
    boolean isDecided(Case subject, Collection<String> applied) {
        String deciding = subject.expectation().decidedBy();
        return applied.contains(deciding) || judging.isPartial() && !checks().contains(deciding) && !applied.isEmpty();
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
