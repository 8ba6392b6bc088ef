package plumbline.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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
    private final List<Check> checks;
    private final Sender sender;
    private final Map<Operation, Credentials> credentials = new ConcurrentHashMap<>();
    private final Map<Request, Answer> baselines = new ConcurrentHashMap<>();
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
        this.secrets = Secrets.of(target, contract);
        this.curl = new CurlCommand(target, secrets);
        this.plan = plan(contract, method.sources());
        this.phases = method.sources().stream().map(CaseSource::phase).toList();
        this.checks = method.checks();
        this.sender = method.sender();
    }

    /**
     * How to test.
     *
     * @param sources where cases come from, in the order of the phases
     * @param checks who judges what comes back
     * @param sender who sends
     */
    public record Method(List<CaseSource> sources, List<Check> checks, Sender sender) {
        public Method {
            sources = List.copyOf(sources);
            checks = List.copyOf(checks);
        }
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
        List<Verdict> verdicts = new ArrayList<>(plan.cases().size());
        for (Case subject : plan.cases()) {
            Verdict verdict = verify(subject);
            verdicts.add(verdict);
            listener.accept(verdict);
        }
        return report(verdicts, start);
    }

    /** {@return the report of verdicts that were reached one by one} */
    public Report report(List<Verdict> verdicts, Instant start) {
        Report.Heading heading = new Report.Heading(
                target.toString(),
                contract.title(),
                contract.documentName(),
                start,
                Duration.between(start, Instant.now()),
                notes());
        return new Report(heading, phases, checks.stream().map(Check::id).toList(), verdicts, plan.omissions());
    }

    /** {@return what the reader must know before the first verdict} */
    public List<String> notes() {
        boolean standIn = contract.operations().stream()
                .anyMatch(operation -> credentials(operation).origin() == Credentials.Origin.STAND_IN);
        return standIn
                ? List.of("No credentials are given and the target is on this machine, so made-up ones are sent ("
                        + Credentials.STAND_IN_USER + ").")
                : List.of();
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
        if (!subject.isSafe() && !target.isLoopback()) {
            return Verdict.Skipped.unsent(
                    subject,
                    subject.request().method() + " may change something, and the target is not on this machine");
        }
        Credentials shown = credentials(subject.operation());
        boolean isMissing = shown.origin() == Credentials.Origin.MISSING;
        if (isMissing && subject.authenticated()) {
            return Verdict.Skipped.unsent(subject, "it needs credentials: give them with --user or --header");
        }
        Request request =
                subject.authenticated() ? shown.authenticate(subject.request()) : shown.leaveBare(subject.request());
        return subject.comparison()
                .filter(baseline -> !isMissing)
                .map(shown::authenticate)
                .map(baseline -> exchange(subject, request, baseline))
                .orElseGet(() -> exchange(subject, request));
    }

    private Credentials credentials(Operation operation) {
        return credentials.computeIfAbsent(operation, needy -> Credentials.of(target, needy));
    }

    private Verdict exchange(Case subject, Request request, Request baseline) {
        Answer before = baselines.computeIfAbsent(baseline, this::send);
        List<String> commands = List.of(curl.write(baseline), curl.write(request));
        if (before instanceof Answer.Received right) {
            Answer answer = send(request);
            return answer instanceof Answer.Received received
                    ? judge(new Exchange(subject, received, right), commands)
                    : broken(subject, (Answer.Broken) answer, commands);
        }
        return broken(subject, (Answer.Broken) before, commands.subList(0, 1));
    }

    private Verdict exchange(Case subject, Request request) {
        Answer answer = send(request);
        List<String> commands = List.of(curl.write(request));
        return answer instanceof Answer.Received received
                ? judge(new Exchange(subject, received, null), commands)
                : broken(subject, (Answer.Broken) answer, commands);
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

    private Verdict judge(Exchange exchange, List<String> commands) {
        List<String> applied = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            Check.Judgement judgement = check.judge(exchange);
            if (judgement.applied()) {
                applied.add(check.id());
            }
            judgement.findings().forEach(finding -> findings.add(finding.map(secrets::redact)));
        }
        Verdict.Trace trace =
                new Verdict.Trace(exchange.status(), exchange.answer().elapsed(), applied, commands);
        if (!findings.isEmpty()) {
            return new Verdict.Failed(exchange.subject(), trace, findings);
        }
        return applied.contains(exchange.subject().expectation().decidedBy())
                ? new Verdict.Passed(exchange.subject(), trace)
                : new Verdict.Skipped(
                        exchange.subject(),
                        trace,
                        "nothing can be told from an answer with status " + exchange.status());
    }

    private Verdict broken(Case subject, Answer.Broken answer, List<String> commands) {
        Verdict.Trace trace = new Verdict.Trace(0, answer.elapsed(), List.of(Transport.idOf(answer)), commands);
        return new Verdict.Broken(
                subject, trace, Transport.finding(subject, answer).map(secrets::redact));
    }

    private static Plan plan(Contract contract, List<CaseSource> sources) {
        List<Case> cases = new ArrayList<>();
        List<Omission> omissions = new ArrayList<>();
        for (CaseSource source : sources) {
            for (Operation operation : contract.operations()) {
                CaseSource.Cases found = source.cases(operation);
                cases.addAll(found.cases());
                omissions.addAll(found.omissions());
            }
        }
        // Nothing is changed before it has been looked at.
        cases.sort(Comparator.comparingInt(ConformanceRun::harm));
        return new Plan(cases, omissions);
    }

    private static int harm(Case subject) {
        if (subject.isSafe()) {
            return 0;
        }
        return "DELETE".equals(subject.request().method()) ? 2 : 1;
    }
}
