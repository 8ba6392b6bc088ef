package plumbline.conformance.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Case;
import plumbline.conformance.CheckId;
import plumbline.conformance.Conversation;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Story;
import plumbline.conformance.credentials.CurlCommand;
import plumbline.conformance.items.NotOwnException;
import plumbline.conformance.items.OwnItems;
import plumbline.conformance.known.KnownItems;
import plumbline.conformance.result.Remark;
import plumbline.conformance.result.Transcript;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.finding.Finding;

/** Sends what a story asks for, has each answer judged, and cleans up. */
final class JudgedConversation implements Conversation {
    private final Case subject;
    private final Parts parts;
    private final List<String> commands = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<CheckId> applied = new LinkedHashSet<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private Duration elapsed = Duration.ZERO;
    private int status;
    private boolean broken;
    private String foreign = "";
    private String untold = "";
    private @Nullable Turn last;
    private @Nullable Turn telling;

    JudgedConversation(Case subject, Parts parts) {
        this.subject = subject;
        this.parts = parts;
    }

    /** What a conversation is held with. */
    record Parts(
            OperationCredentials credentials,
            Sender sender,
            Judge judge,
            CurlCommand curl,
            CreatedItems created,
            OwnItems items,
            KnownItems known) {
        /** Removes what somebody has created, which is of the run's own no longer. */
        void remove(Object creator) {
            created.remove(creator, sender).forEach(items::isRemoved);
        }

        /** Removes what was created in an item that is about to be removed, and would be out of reach without it. */
        void removeIn(Request request) {
            if ("DELETE".equals(request.method())) {
                created.removeIn(request.path(), sender).forEach(items::isRemoved);
            }
        }
    }

    /** One request and what came back. */
    private record Turn(Request request, Answer answer) {}

    @Override
    public Optional<Response> send(String step, Operation operation, Request request, Expectation expectation) {
        Request bound = bound(operation, request);
        parts.items().guardStory(operation, bound);
        parts.removeIn(bound);
        Request dressed = parts.credentials().of(operation).authenticate(bound);
        commands.add(parts.curl().write(dressed));
        Answer answer = parts.sender().send(dressed);
        elapsed = elapsed.plus(answer.elapsed());
        last = new Turn(dressed, answer);
        Case asked = Case.of(operation, subject.phase(), step, bound, expectation);
        if (answer instanceof Answer.Received received) {
            status = received.response().status();
            parts.items().answered(operation, bound, received.response(), this);
            note(step + ": ", parts.judge().inspect(new Exchange(asked, received, null)));
            return Optional.of(received.response());
        }
        broken = true;
        applied.add(TransportFindings.idOf((Answer.Broken) answer));
        note(step + ": ", parts.judge().weigh(asked, 0, TransportFindings.finding(asked, (Answer.Broken) answer)));
        return Optional.empty();
    }

    @Override
    public Request prepared(Operation operation, Request planned) {
        Request cast = parts.items().cast(operation, planned, planned);
        return parts.items().isCreation(operation)
                ? parts.items().inside(operation, cast)
                : parts.items().keeping(operation, bound(operation, cast));
    }

    @Override
    public boolean isTelling(Operation operation, Request right, Response refusal) {
        return parts.items().search(operation, right, refusal);
    }

    @Override
    public Request elsewhere(Operation put, Request planned) {
        return parts.items().elsewhere(put, planned);
    }

    /** What was planned is about any item; what a story asks for on the way is about the one it names. */
    private Request bound(Operation operation, Request request) {
        return operation.equals(subject.operation())
                ? parts.known().bound(operation, request)
                : parts.known().boundAround(operation, request);
    }

    @Override
    public void conclude(CheckId check, Optional<Finding> finding) {
        applied.add(check);
        finding.ifPresent(found -> note("", parts.judge().weigh(subject, status, found)));
    }

    /** Keeps what was seen, and the exchange that shows the first of all faults. */
    private void note(String step, Judge.Inspection seen) {
        applied.addAll(seen.applied());
        remarks.addAll(seen.remarks());
        untold = untold.isEmpty() ? seen.untold() : untold;
        for (Finding finding : seen.findings()) {
            findings.add(finding.withMessage(step + finding.message()));
            telling = telling == null ? last : telling;
        }
    }

    private @Nullable Transcript transcript() {
        return telling == null ? null : parts.judge().transcript(telling.request(), telling.answer());
    }

    /** {@return the outcome of a story that is told here} */
    Verdict verdict(Story story) {
        try {
            story.tell(this);
        } catch (NotOwnException e) {
            foreign = e.reason();
        } finally {
            parts.remove(this);
        }
        Verdict.Trace trace = new Verdict.Trace(
                status,
                elapsed,
                parts.judge().names(applied),
                commands,
                new Verdict.Details(List.copyOf(remarks), "", transcript()));
        if (broken && findings.size() == 1) {
            return new Verdict.Broken(subject, trace, findings.get(0));
        }
        if (!findings.isEmpty()) {
            return new Verdict.Failed(subject, trace, findings);
        }
        String reason = foreign.isEmpty() ? untold : foreign;
        return parts.judge().isDecided(subject, applied) && untold.isEmpty()
                ? new Verdict.Passed(subject, trace)
                : new Verdict.Skipped(
                        subject,
                        trace,
                        reason.isEmpty() ? "nothing can be told from answers with status " + status : reason);
    }
}
