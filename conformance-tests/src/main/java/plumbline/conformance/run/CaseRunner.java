package plumbline.conformance.run;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.Case;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Phase;
import plumbline.conformance.credentials.Credentials;
import plumbline.conformance.credentials.CurlCommand;
import plumbline.conformance.items.NotOwnException;
import plumbline.conformance.items.OwnItems;
import plumbline.conformance.probe.TargetLostException;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.conformance.workers.Lanes;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;

/** Sends cases, dressed in credentials, and has the answers judged. Thread-safe. */
final class CaseRunner {
    private static final int IN_A_ROW = 3;
    private static final int TIMES_AMONG_OTHERS = 3;

    private final boolean isWritable;
    private final boolean isAlone;
    private final OperationCredentials credentials;
    private final Sender sender;
    private final CurlCommand curl;
    private final Judge judge;
    private final JudgedConversation.Parts conversation;
    private final OwnItems items;
    private final Baselines baselines = new Baselines();
    private final Surprises surprises = new Surprises(this::attempt);

    /**
     * Prepares to send.
     *
     * @param isWritable whether requests that may change something are sent
     * @param isAlone whether no other part of the same run is sent, perhaps at the same time
     * @param conversation who sends and who judges, for single requests as for stories
     */
    CaseRunner(boolean isWritable, boolean isAlone, JudgedConversation.Parts conversation) {
        this.isWritable = isWritable;
        this.isAlone = isAlone;
        this.credentials = conversation.credentials();
        this.sender = conversation.sender();
        this.curl = conversation.curl();
        this.judge = conversation.judge();
        this.conversation = conversation;
        this.items = conversation.items();
    }

    /** {@return the verdict on a case, or on a smaller one in its place if it is a random one that fails} */
    Verdict run(Case subject) {
        return smallest(attempt(subject));
    }

    /** {@return this verdict, or that on a smaller case which fails in the same way, if it is on a random one} */
    Verdict smallest(Verdict verdict) {
        return new Shrinker(this::attempt).shrink(verdict);
    }

    /** {@return the verdict that is told, now that nothing else is under way: a surprise is repeated} */
    Verdict settle(Verdict attempt) {
        return smallest(surprises.settle(attempt));
    }

    /** {@return what a case must wait for: all on its lane, in the order of the plan} */
    Optional<String> lane(Case subject) {
        return Lanes.of(subject, items.isCreation(subject.operation()));
    }

    /** {@return whether a case can be sent at once, since the right request that it is compared with has been} */
    boolean isPrepared(Case subject) {
        return comparison(subject).filter(right -> !baselines.isKnown(right)).isEmpty();
    }

    /** Sends the right request that a case is compared with, unless that has been done. */
    void prepare(Case subject) {
        try {
            comparison(subject).ifPresent(right -> baseline(subject, right));
        } catch (NotOwnException | TargetLostException e) {
            // The case itself will say so.
            return;
        } finally {
            conversation.remove(subject);
        }
    }

    /** {@return the right request that a case is compared with; nothing if it is not sent} */
    private Optional<Request> comparison(Case subject) {
        boolean isSent = (subject.isSafe() || isWritable) && !credentials.isMissing(subject.operation());
        return subject.comparison().filter(right -> isSent);
    }

    /** {@return the verdict on one try of a case; one that was sent beside others is to be {@linkplain #settle settled}} */
    Verdict attempt(Case subject) {
        return begin(subject).get();
    }

    /** {@return whether a case is judged once, and after all of its requests} */
    boolean isSentOnce(Case subject) {
        return !(subject.expectation() instanceof Expectation.StoryOutcome)
                && !(subject.expectation() instanceof Expectation.Repeatable);
    }

    /** {@return the verdict on one try of a case, all of whose requests are sent by now, judged when it is asked for} */
    Supplier<Verdict> begin(Case subject) {
        if (!subject.isSafe() && !isWritable) {
            return unsent(
                    subject, subject.request().method() + " may change something: allow it with " + RunSetting.WRITES);
        }
        boolean isMissing = credentials.isMissing(subject.operation());
        if (isMissing && subject.authenticated()) {
            return unsent(
                    subject, "it needs credentials: give them with " + RunSetting.credentials(subject.operation()));
        }
        try {
            return sent(subject);
        } catch (TargetLostException e) {
            return unsent(subject, "the run ended early: " + e.reason());
        }
    }

    private static Supplier<Verdict> unsent(Case subject, String reason) {
        return () -> Verdict.Skipped.unsent(subject, reason);
    }

    private Supplier<Verdict> sent(Case subject) {
        if (subject.expectation() instanceof Expectation.StoryOutcome outcome) {
            Verdict verdict = new JudgedConversation(subject, conversation).verdict(outcome.story());
            return () -> verdict;
        }
        try {
            if (subject.expectation() instanceof Expectation.Repeatable) {
                Verdict verdict = isAlone ? repeated(subject) : repeatedAmongOthers(subject);
                return () -> verdict;
            }
            return comparison(subject).map(right -> exchange(subject, right)).orElseGet(() -> exchange(subject));
        } catch (NotOwnException e) {
            return unsent(subject, e.reason());
        } finally {
            conversation.remove(subject);
        }
    }

    /** In a row, each against the one before: what was answered long ago may have been changed since. */
    private Verdict repeated(Case subject) {
        Case asked = asked(subject);
        Request request = dressed(asked);
        Judge.Sent sent = new Judge.Sent(request, Collections.nCopies(IN_A_ROW, curl.write(request)));
        Answer answer = send(subject, request);
        Verdict verdict = verdict(asked, sent, answer, null);
        for (int i = 1; i < IN_A_ROW && verdict.findings().isEmpty(); i++) {
            Answer before = answer;
            answer = send(subject, request);
            verdict = verdict(asked, sent, answer, before);
        }
        return verdict;
    }

    /** What another part of the run has changed meanwhile is not changed by reading, and not each time. */
    private Verdict repeatedAmongOthers(Case subject) {
        Verdict verdict = repeated(subject);
        for (int i = 1; i < TIMES_AMONG_OTHERS && !verdict.findings().isEmpty(); i++) {
            verdict = repeated(subject);
        }
        return verdict;
    }

    /** A right request goes first, to an item of the run's own if it changes one. */
    private Baselines.Sent baseline(Case subject, Request right) {
        Operation operation = subject.operation();
        return baselines.sent(right, () -> {
            Baselines.Sent first = sentRight(subject, right);
            boolean isOtherFound = first.answer() instanceof Answer.Received received
                    && isWritable
                    && items.search(operation, right, received.response());
            return isOtherFound ? sentRight(subject, right) : first;
        });
    }

    private Baselines.Sent sentRight(Case subject, Request right) {
        Request bent = credentials.of(subject.operation()).authenticate(aimed(subject, right));
        return new Baselines.Sent(bent, curl.write(bent), send(subject, bent));
    }

    private Supplier<Verdict> exchange(Case subject, Request right) {
        Baselines.Sent before = baseline(subject, right);
        Request baseline = before.request();
        if (before.answer() instanceof Answer.Broken broken) {
            return () -> judge.broken(subject, broken, new Judge.Sent(baseline, List.of(before.command())));
        }
        Case asked = asked(subject);
        Request request = dressed(asked);
        Answer answer = send(subject, request);
        return () -> {
            Judge.Sent sent = new Judge.Sent(request, List.of(before.command(), curl.write(request)));
            return verdict(asked, sent, answer, before.answer());
        };
    }

    private Supplier<Verdict> exchange(Case subject) {
        Case asked = asked(subject);
        Request request = dressed(asked);
        Answer answer = send(subject, request);
        return () -> verdict(asked, new Judge.Sent(request, List.of(curl.write(request))), answer, null);
    }

    /** The case, about an item of the run's own if it changes one, or else about what is known to exist. */
    private Case asked(Case subject) {
        Request aimed = aimed(subject, subject.request());
        // It is kept with the verdict, and mostly what was planned.
        Case asked = subject.asking(
                aimed.withBody(aimed.body().like(subject.request().body())));
        boolean isMoved = !asked.request().path().equals(subject.request().path());
        // What an example names is part of what the example names, and of nothing else.
        return isMoved
                        && subject.expectation() instanceof Expectation.Success
                        && items.isOnNamedPart(subject.operation())
                ? asked.expecting(new Expectation.Documented())
                : asked;
    }

    private Request aimed(Case subject, Request planned) {
        // An example is to be answered as it is written.
        boolean isExample =
                subject.phase() == Phase.EXAMPLES && !(subject.expectation() instanceof Expectation.Documented);
        Operation operation = subject.operation();
        Request cast = isExample
                ? planned
                : items.cast(operation, planned, subject.comparison().orElse(planned));
        Request bent = items.bend(operation, cast);
        return isExample || !bent.equals(cast) ? bent : conversation.known().bound(operation, cast);
    }

    private Request dressed(Case asked) {
        Credentials shown = credentials.of(asked.operation());
        return asked.authenticated() ? shown.authenticate(asked.request()) : shown.leaveBare(asked.request());
    }

    /** What comes of it is removed with the case as it was planned. */
    private Answer send(Case subject, Request request) {
        if (subject.authenticated()
                && request.method().equals(subject.operation().method())) {
            conversation.removeIn(request);
        }
        Answer answer = sender.send(request);
        if (answer instanceof Answer.Received received) {
            items.answered(subject.operation(), request, received.response(), subject);
        }
        return answer;
    }

    private Verdict verdict(Case subject, Judge.Sent sent, Answer answer, @Nullable Answer before) {
        return answer instanceof Answer.Received received
                ? judge.judge(new Exchange(subject, received, baseline(before)), sent)
                : judge.broken(subject, (Answer.Broken) answer, sent);
    }

    /** A failure of the server says nothing of how it answers right requests. */
    private static Answer.@Nullable Received baseline(@Nullable Answer before) {
        return before instanceof Answer.Received received && !Baselines.isFailure(received) ? received : null;
    }
}
