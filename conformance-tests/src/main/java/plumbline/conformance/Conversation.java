package plumbline.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.CurlCommand;
import plumbline.conformance.target.Secrets;
import plumbline.conformance.target.Sender;
import plumbline.contract.Operation;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.finding.Finding;

/** The requests of one story, each judged by all checks. */
public final class Conversation {
    private final Case subject;
    private final Parts parts;
    private final List<String> commands = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> applied = new LinkedHashSet<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private Duration elapsed = Duration.ZERO;
    private int status;
    private boolean broken;
    private @Nullable Turn last;
    private @Nullable Turn telling;

    Conversation(Case subject, Parts parts) {
        this.subject = subject;
        this.parts = parts;
    }

    /** What a conversation is held with. */
    record Parts(
            OperationCredentials credentials,
            Sender sender,
            Judge judge,
            CurlCommand curl,
            Secrets secrets,
            Leftovers leftovers) {}

    /** One request and what came back. */
    private record Turn(Request request, Answer answer) {}

    /**
     * Sends a request with credentials, and judges the answer.
     *
     * @param step what it is for, to stand before what is found
     * @return the response; nothing if none came
     */
    public Optional<Response> send(String step, Operation operation, Request request, Expectation expectation) {
        Request dressed = parts.credentials().of(operation).authenticate(request);
        commands.add(parts.curl().write(dressed));
        Answer answer = parts.sender().send(dressed);
        elapsed = elapsed.plus(answer.elapsed());
        last = new Turn(dressed, answer);
        Case asked = Case.of(operation, subject.phase(), step, request, expectation);
        if (answer instanceof Answer.Received received) {
            status = received.response().status();
            judge(step, new Exchange(asked, received, null));
            return Optional.of(received.response());
        }
        broken = true;
        applied.add(Transport.idOf((Answer.Broken) answer));
        find(Transport.finding(asked, (Answer.Broken) answer), step);
        return Optional.empty();
    }

    private void judge(String step, Exchange exchange) {
        Judge.Looked looked = parts.judge().look(exchange);
        applied.addAll(looked.applied());
        remarks.addAll(looked.remarks());
        looked.findings().forEach(finding -> find(finding, step));
    }

    /** Says that something could be told, and what is wrong, if anything is. */
    public void conclude(String check, Optional<Finding> finding) {
        applied.add(check);
        finding.ifPresent(found -> add(found.map(parts.secrets()::redact)));
    }

    /** Keeps the exchange that shows the first of all faults. */
    private void add(Finding finding) {
        findings.add(finding);
        telling = telling == null ? last : telling;
    }

    private void find(Finding finding, String step) {
        Finding told = finding.map(parts.secrets()::redact);
        add(told.withMessage(step + ": " + told.message()));
    }

    /** Notes the request that removes what has just been created, to be sent when the story ends, however it does. */
    public void owe(Operation operation, Request undoing) {
        parts.leftovers().owe(this, parts.credentials().of(operation).authenticate(undoing));
    }

    /** Notes that what was created is gone. */
    public void settle(Operation operation, Request undoing) {
        parts.leftovers().settle(parts.credentials().of(operation).authenticate(undoing));
    }

    private @Nullable Transcript transcript() {
        return telling == null ? null : parts.judge().transcript(telling.request(), telling.answer());
    }

    /** {@return the outcome of a story that is told here} */
    Verdict verdict(Story story) {
        try {
            story.tell(this);
        } finally {
            parts.leftovers().settle(this, parts.sender());
        }
        Verdict.Trace trace = new Verdict.Trace(
                status,
                elapsed,
                List.copyOf(applied),
                commands,
                new Verdict.Details(List.copyOf(remarks), "", transcript()));
        if (broken && findings.size() == 1) {
            return new Verdict.Broken(subject, trace, findings.get(0));
        }
        if (!findings.isEmpty()) {
            return new Verdict.Failed(subject, trace, findings);
        }
        return parts.judge().isDecided(subject, applied)
                ? new Verdict.Passed(subject, trace)
                : new Verdict.Skipped(subject, trace, "nothing can be told from answers with status " + status);
    }
}
