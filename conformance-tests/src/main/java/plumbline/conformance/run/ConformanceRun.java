package plumbline.conformance.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.conformance.Case;
import plumbline.conformance.CheckId;
import plumbline.conformance.credentials.Credentials;
import plumbline.conformance.credentials.CurlCommand;
import plumbline.conformance.credentials.Secrets;
import plumbline.conformance.items.Caller;
import plumbline.conformance.items.OwnItems;
import plumbline.conformance.known.KnownItems;
import plumbline.conformance.plan.Plan;
import plumbline.conformance.plan.Planner;
import plumbline.conformance.probe.Contact;
import plumbline.conformance.probe.TargetLostException;
import plumbline.conformance.probe.Watch;
import plumbline.conformance.result.OperationCoverage;
import plumbline.conformance.result.Report;
import plumbline.conformance.result.RunSetting;
import plumbline.conformance.result.Verdict;
import plumbline.conformance.target.Answer;
import plumbline.conformance.target.Sender;
import plumbline.conformance.target.Target;
import plumbline.conformance.target.UnreachableException;
import plumbline.contract.Contract;
import plumbline.contract.document.Problem;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.resources.Resources;
import plumbline.json.jackson.databind.JsonNode;

/** The run of a pipeline: contract, cases, exchanges, checks, verdicts, report. */
public final class ConformanceRun {
    private final Contract contract;
    private final Target target;
    private final Pipeline pipeline;
    private final Secrets secrets;
    private final Plan plan;
    private final OperationCredentials credentials;
    private final RunNotes notes;
    private final Judge judge;
    private final CaseRunner runner;
    private final CreatedItems created;
    private final Caller caller;
    private final OwnItems items;
    private final Watch watch;
    private boolean hasLearned;
    private volatile boolean interrupted;

    /**
     * Plans a run.
     *
     * @param contract the contract, read with the base path of the target
     * @param target the server under test
     * @param pipeline where cases come from, who sends them and who judges what comes back
     */
    public ConformanceRun(Contract contract, Target target, Pipeline pipeline) {
        RunOptions options = pipeline.options();
        this.contract = contract;
        this.target = target;
        this.pipeline = pipeline;
        this.secrets = Secrets.of(target, contract, options.hidden());
        this.judge = new Judge(pipeline.checks(), options.checks(), secrets, pipeline.observer());
        this.plan = new Planner(pipeline.sources(), options.selection()).plan(contract);
        this.credentials = new OperationCredentials(target, contract.operations());
        this.notes = new RunNotes(
                options.selection(), contract, credentials, target.connection().isInsecure(), unsent(target, plan));
        this.created = new CreatedItems(credentials);
        this.watch = new Watch(new FirstContact(pipeline.sender(), target, secrets), secrets);
        this.caller = caller(credentials, watch, pipeline.known());
        this.items = new OwnItems(pipeline.items(), target.isDisposable(), caller, created);
        this.runner = new CaseRunner(
                target.isWritable(),
                options.selection().shard().isWhole(),
                new JudgedConversation.Parts(
                        credentials, watch, judge, new CurlCommand(target, secrets), created, items, pipeline.known()));
    }

    /** Sends what nobody judges. */
    private static Caller caller(OperationCredentials credentials, Sender sender, KnownItems known) {
        return new Caller() {
            @Override
            public Optional<Response> call(Operation operation, Request request) {
                Answer answer = sender.send(credentials.of(operation).authenticate(request));
                return answer instanceof Answer.Received received ? Optional.of(received.response()) : Optional.empty();
            }

            @Override
            public List<JsonNode> stored(Operation operation) {
                return known.stored(operation, this);
            }

            @Override
            public Request aimed(Operation operation, Request request) {
                return known.bound(operation, request);
            }
        };
    }

    private static long unsent(Target target, Plan plan) {
        return target.isWritable()
                ? 0
                : plan.cases().stream().filter(subject -> !subject.isSafe()).count();
    }

    /** {@return what this run will do} */
    public Plan plan() {
        return plan;
    }

    /** {@return which operations belong together, and what names their items} */
    public Resources resources() {
        return Resources.of(contract);
    }

    /** {@return the contract's title and document, as in {@code Books (books.yaml)}} */
    public String title() {
        return contract.title() + " (" + contract.documentName() + ")";
    }

    /** {@return the secrets of the target, for whoever shows anything about it} */
    public Secrets secrets() {
        return secrets;
    }

    /** {@return what the reader must know before the first verdict} */
    public List<String> notes() {
        return notes.before();
    }

    /** {@return how the contract differs from its document, where that has faults} */
    public List<Problem> mendings() {
        return contract.mendings();
    }

    /** {@return which credentials are wanted and how they are given, if no operation can be called for want of them} */
    public Optional<String> wantedCredentials() {
        List<Operation> operations = contract.operations();
        return operations.stream().allMatch(credentials::isMissing)
                ? operations.stream()
                        .findFirst()
                        .map(operation ->
                                credentials.wanted(operation) + ": give them with " + RunSetting.credentials(operation))
                : Optional.empty();
    }

    /**
     * Sends and judges all cases.
     *
     * @param listener told of the verdicts in the order of the plan, each when the next case has been sent, at the latest
     * @throws UnreachableException if the target cannot be reached to begin with
     */
    public Report run(Consumer<Verdict> listener) {
        Instant start = Instant.now();
        learn();
        List<Verdict> verdicts = new WorkerPool(
                        pipeline.options().pace(),
                        runner,
                        verdict -> listener.accept(verdict.told(secrets::redact)),
                        () -> interrupted)
                .verify(plan.cases());
        cleanUp();
        return report(verdicts, start);
    }

    /**
     * Sends and judges one case, and smaller ones in its place if it is a random one that fails.
     *
     * @throws UnreachableException if the target cannot be reached and never could be in this run
     */
    public Verdict verify(Case subject) {
        learn();
        return runner.run(subject);
    }

    /** {@return the report of verdicts that were reached one by one} */
    public Report report(List<Verdict> verdicts, Instant start) {
        List<Operation> tested = pipeline.options().selection().operations(contract.operations());
        Report.Unanswered unanswered = judge.unanswered(
                tested.stream().filter(operation -> !items.isInVain(operation)).toList());
        Report.Heading heading = new Report.Heading(
                target.toString(),
                contract.title(),
                contract.documentName(),
                start,
                Duration.between(start, Instant.now()),
                notes(verdicts.size()));
        return new Report(
                        heading,
                        plan.phases(),
                        CheckId.names(judge.checks()),
                        verdicts,
                        judge.unanswered(tested).left(plan.omissions()),
                        new Report.Extent(
                                OperationCoverage.of(tested, verdicts),
                                pipeline.observer().proof(),
                                unanswered,
                                plan.part()))
                .told(secrets::redact);
    }

    private List<String> notes(int verdicts) {
        List<String> told = new ArrayList<>(notes.after(
                interrupted ? List.of() : judge.unused(),
                created.left(),
                pipeline.known().notes()));
        if (interrupted) {
            told.add(Report.Heading.INTERRUPTED + "this tells only what was seen until then, of " + verdicts + " of "
                    + plan.cases().size() + " cases.");
        }
        lost().ifPresent(reason -> told.add(Report.Heading.ENDED_EARLY + reason + "."));
        return told;
    }

    /** Asks whether the set-up is right, and what exists, and makes what does not and may be made, before any case is sent. */
    private synchronized void learn() {
        if (hasLearned) {
            return;
        }
        List<Operation> operations =
                plan.cases().stream().map(Case::operation).distinct().toList();
        pipeline.setUp().check(operations, contact());
        hasLearned = true;
        try {
            pipeline.known().learn(operations, caller);
            if (target.isWritable()) {
                provide(operations);
            }
        } catch (TargetLostException e) {
            // Each case will say so.
            return;
        }
    }

    private void provide(List<Operation> operations) {
        pipeline.known()
                .lacking()
                .forEach(resource -> items.provide(resource, operations)
                        .ifPresent(path -> pipeline.known().adopt(resource, path, "an item of the run's own")));
        items.fill(operations);
    }

    private Contact contact() {
        return new Contact() {
            @Override
            public Optional<Request> dressed(Operation operation, Request right) {
                return credentials.isMissing(operation)
                        ? Optional.empty()
                        : Optional.of(credentials.of(operation).authenticate(right));
            }

            @Override
            public Credentials.Origin origin(Operation operation) {
                return credentials.of(operation).origin();
            }

            @Override
            public Answer send(Request dressed) {
                return watch.send(dressed);
            }

            @Override
            public void succeeded(Request dressed) {
                watch.repeat(dressed);
            }

            @Override
            public String redact(String text) {
                return secrets.redact(text);
            }
        };
    }

    /** {@return why the run ended before all cases were sent; nothing if it did not} */
    public Optional<String> lost() {
        return watch.lost();
    }

    /** Sends no further cases; what is under way comes to its end, and what was created is removed then. */
    public void interrupt() {
        interrupted = true;
        pipeline.observer().stop();
    }

    /** Removes from the target what was created there and is still left: at the end of a run, or when it is interrupted. */
    public void cleanUp() {
        created.removeAll(pipeline.sender());
    }
}
