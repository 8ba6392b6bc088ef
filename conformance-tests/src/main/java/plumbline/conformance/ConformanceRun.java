package plumbline.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Credentials;
import plumbline.conformance.target.CurlCommand;
import plumbline.conformance.target.Secrets;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.conformance.target.UnreachableException;
import plumbline.contract.Contract;
import plumbline.contract.Operation;
import plumbline.contract.http.Request;

/** The pipeline: contract, cases, exchanges, checks, verdicts, report. */
public final class ConformanceRun {
    private final Contract contract;
    private final Target target;
    private final Secrets secrets;
    private final CurlCommand curl;
    private final Plan plan;
    private final List<Phase> phases;
    private final Running running;
    private final Judge judge;
    private final Sender sender;
    private final Witness witness;
    private final Map<Operation, Credentials> credentials = new ConcurrentHashMap<>();
    private final Baselines baselines = new Baselines(this::send);
    private final Leftovers leftovers = new Leftovers();
    private volatile boolean answered;

    /**
     * Plans a run.
     *
     * @param contract the contract, read with the base path of the target
     * @param target the server under test
     * @param method where cases come from, who sends them and who judges what comes back
     */
    public ConformanceRun(Contract contract, Target target, Method method) {
        this.contract = contract;
        this.target = target;
        this.secrets = Secrets.of(target, contract, method.running().hidden());
        this.curl = new CurlCommand(target, secrets);
        this.running = method.running();
        this.judge = new Judge(method.checks(), running.judging(), secrets, method.witness());
        this.plan = plan(contract, method.sources(), running.selection());
        this.phases = method.sources().stream()
                .map(CaseSource::phase)
                .filter(phase -> !running.selection().isPartial() || hasCases(phase))
                .toList();
        this.sender = method.sender();
        this.witness = method.witness();
    }

    /**
     * How to test.
     *
     * @param sources where cases come from, in the order of the phases
     * @param checks who judges what comes back
     * @param sender who sends
     * @param running which part of all that is done, and how
     * @param witness who else looks at what comes back
     */
    public record Method(
            List<CaseSource> sources, List<Check> checks, Sender sender, Running running, Witness witness) {
        public Method {
            sources = List.copyOf(sources);
            checks = List.copyOf(checks);
        }

        /** All of it, in the standard way, and nobody else looks at what comes back. */
        public Method(List<CaseSource> sources, List<Check> checks, Sender sender) {
            this(sources, checks, sender, Running.standard(), Witness.NONE);
        }
    }

    private boolean hasCases(Phase phase) {
        return plan.cases().stream().anyMatch(subject -> subject.phase() == phase);
    }

    /** {@return what this run will do} */
    public Plan plan() {
        return plan;
    }

    /** {@return the contract's title and document, as in {@code Books (books.yaml)}} */
    public String title() {
        return contract.title() + " (" + contract.documentName() + ")";
    }

    /** {@return the secrets of the target, for whoever shows anything about it} */
    public Secrets secrets() {
        return secrets;
    }

    /**
     * Sends and judges all cases.
     *
     * @param listener told of each verdict as soon as it is there
     * @throws UnreachableException if the target cannot be reached to begin with
     */
    public Report run(Consumer<Verdict> listener) {
        Instant start = Instant.now();
        return report(new Crew(running.pace(), this::verify, listener).verify(plan.cases()), start);
    }

    /** {@return the report of verdicts that were reached one by one} */
    public Report report(List<Verdict> verdicts, Instant start) {
        List<String> all = new ArrayList<>(notes());
        if (!running.selection().isPartial()) {
            judge.unused()
                    .forEach(ignore -> all.add("Nothing was found to ignore for '" + ignore + "': take it away."));
        }
        Report.Heading heading = new Report.Heading(
                target.toString(),
                contract.title(),
                contract.documentName(),
                start,
                Duration.between(start, Instant.now()),
                all);
        return new Report(
                heading,
                phases,
                judge.checks(),
                verdicts,
                plan.omissions(),
                new Report.Extent(Reach.of(contract.operations(), verdicts), witness.proof()));
    }

    /** {@return what the reader must know before the first verdict} */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(running.selection().notes(contract.operations()));
        boolean standIn = contract.operations().stream()
                .anyMatch(operation -> credentials(operation).origin() == Credentials.Origin.STAND_IN);
        if (standIn) {
            notes.add("No credentials are given and the target is on this machine, so made-up ones are sent ("
                    + Credentials.STAND_IN_USER + ").");
        }
        return notes;
    }

    /** {@return whether no operation can be called as the contract wants it, for want of credentials} */
    public boolean lacksCredentials() {
        return contract.operations().stream()
                .allMatch(operation -> credentials(operation).origin() == Credentials.Origin.MISSING);
    }

    /**
     * Sends and judges one case, and smaller ones in its place if it is a random one that fails.
     *
     * @throws UnreachableException if the target cannot be reached and never could be in this run
     */
    public Verdict verify(Case subject) {
        return new Shrinker(this::verifyOnce).shrink(verifyOnce(subject));
    }

    private Verdict verifyOnce(Case subject) {
        if (!subject.isSafe() && !target.isWritable()) {
            return Verdict.Skipped.unsent(
                    subject,
                    subject.request().method()
                            + " may change something, and the target is not on this machine: allow it with --allow-writes");
        }
        Credentials shown = credentials(subject.operation());
        boolean isMissing = shown.origin() == Credentials.Origin.MISSING;
        if (isMissing && subject.authenticated()) {
            return Verdict.Skipped.unsent(subject, "it needs credentials: give them with --user or --header");
        }
        if (subject.expectation() instanceof Expectation.Told told) {
            return new Conversation(subject, parts()).verdict(told.story());
        }
        Request request =
                subject.authenticated() ? shown.authenticate(subject.request()) : shown.leaveBare(subject.request());
        return subject.comparison()
                .filter(baseline -> !isMissing)
                .map(shown::authenticate)
                .map(baseline -> exchange(subject, request, baseline))
                .orElseGet(() -> exchange(subject, request));
    }

    private Conversation.Parts parts() {
        return new Conversation.Parts(
                this::credentials, this::send, judge, new Conversation.Words(curl, secrets), leftovers);
    }

    /** Removes from the target what was created there and is still left, as when a run is interrupted. */
    public void cleanUp() {
        leftovers.settleAll(sender);
    }

    private Credentials credentials(Operation operation) {
        return credentials.computeIfAbsent(operation, needy -> Credentials.of(target, needy));
    }

    private Verdict exchange(Case subject, Request request, Request baseline) {
        Answer before = baselines.answer(baseline);
        if (before instanceof Answer.Broken broken) {
            return judge.broken(subject, broken, new Judge.Sent(baseline, List.of(curl.write(baseline))));
        }
        Judge.Sent sent = new Judge.Sent(request, List.of(curl.write(baseline), curl.write(request)));
        return verdict(subject, sent, (Answer.Received) before);
    }

    private Verdict exchange(Case subject, Request request) {
        return verdict(subject, new Judge.Sent(request, List.of(curl.write(request))), null);
    }

    private Verdict verdict(Case subject, Judge.Sent sent, Answer.@Nullable Received before) {
        Answer answer = send(sent.request());
        return answer instanceof Answer.Received received
                ? judge.judge(new Exchange(subject, received, before), sent)
                : judge.broken(subject, (Answer.Broken) answer, sent);
    }

    private Answer send(Request request) {
        Answer answer = sender.send(request);
        boolean unreachable = answer instanceof Answer.Broken broken && broken.fault() == Answer.Fault.UNREACHABLE;
        if (unreachable && !answered) {
            throw new UnreachableException(
                    secrets.redact(target + " cannot be reached: " + ((Answer.Broken) answer).message()));
        }
        answered = true;
        return answer;
    }

    private static Plan plan(Contract contract, List<CaseSource> sources, Selection selection) {
        List<Operation> operations = selection.operations(contract.operations());
        List<Case> cases = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>();
        for (CaseSource source : sources) {
            for (Operation operation : operations) {
                CaseSource.Cases found = source.cases(operation);
                cases.addAll(found.cases());
                omissions.addAll(found.omissions());
            }
        }
        // Nothing is changed before it has been looked at.
        cases.sort(Comparator.comparingInt(ConformanceRun::harm));
        return new Plan(selection.cases(cases), selection.isPartial() ? List.of() : omissions);
    }

    private static int harm(Case subject) {
        if (subject.isSafe()) {
            return 0;
        }
        return "DELETE".equals(subject.request().method()) ? 2 : 1;
    }
}
