package plumbline.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.conformance.Phase;
import plumbline.conformance.Suites;
import plumbline.conformance.plan.Selection;
import plumbline.conformance.plan.Shard;
import plumbline.conformance.result.Report;
import plumbline.conformance.server.Handler;
import plumbline.conformance.server.KeepingServer;
import plumbline.conformance.server.Reply;
import plumbline.conformance.server.TestServer;
import plumbline.conformance.suite.ConformanceOptions;
import plumbline.conformance.target.Target;

/** What two workers do at the same time. */
class SideBySideTests {
    private static final String TWO = """
            openapi: 3.1.0
            info: {title: Two, version: "1"}
            paths:
              /pens: &kinds
                post:
                  requestBody:
                    required: true
                    content:
                      application/json: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}
                  responses:
                    "201": {description: made, content: {application/json: {schema: &item
                      {type: object, required: [id, n], properties: {id: {type: string}, n: {type: integer}}}}}}
                    "400": {description: wrong}
              /pens/{id}: &items
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get:
                  responses:
                    "200": {description: one, content: {application/json: {schema: *item}}}
                    "404": {description: none}
                delete: {responses: {"204": {description: gone}, "404": {description: none}}}
              /cups: *kinds
              /cups/{id}: *items
            """;

    private final CyclicBarrier both = new CyclicBarrier(2);
    private final AtomicInteger waiting = new AtomicInteger(2);
    private final KeepingServer shop = new KeepingServer();

    @TempDir
    private Path folder = Path.of("");

    private Path contract = Path.of("");

    @BeforeEach
    void write() throws IOException {
        contract = Files.writeString(folder.resolve("two.yaml"), TWO);
    }

    @Test
    void whatRefusalsAreComparedWithIsSentBeforeTheFirstOfThem() {
        List<String> kinds = new CopyOnWriteArrayList<>();

        Report report = run(
                Phase.COVERAGE,
                Set.of("POST /pens/coverage/body-without-n", "POST /cups/coverage/body-without-n"),
                request -> {
                    boolean isWrong = "POST".equals(request.method())
                            && "{}".equals(request.body().text());
                    if ("POST".equals(request.method())) {
                        kinds.add(isWrong ? "wrong" : "right");
                    }
                    return isWrong ? Reply.of(400) : shop.answer(request);
                });

        assertThat(report.counts()).isEqualTo(new Report.Counts(2, 0, 0, 0));
        assertThat(kinds).endsWith("right", "right", "wrong", "wrong");
    }

    @Test
    void livesOfTwoItemsOfOneKind() {
        Report report = run(
                Phase.LIFECYCLE,
                Set.of("POST /pens/lifecycle/create-and-read", "POST /pens/lifecycle/create-two"),
                request -> {
                    if ("DELETE".equals(request.method())) {
                        await();
                    }
                    return shop.answer(request);
                });

        assertThat(report.counts()).isEqualTo(new Report.Counts(2, 0, 0, 0));
        assertThat(waiting).hasNonPositiveValue();
        assertThat(both.isBroken()).isFalse();
    }

    private Report run(Phase phase, Set<String> cases, Handler handler) {
        try (TestServer server = TestServer.start(handler)) {
            return Suites.run(ConformanceOptions.of(
                            Target.of(server.baseUrl()).withWrites().withTimeout(Duration.ofMinutes(3)))
                    .withContract(contract.toString())
                    .withPhases(EnumSet.of(phase))
                    .withRunOptions(RunOptions.standard()
                            .withSelection(new Selection(List.of(), List.of(), cases, Shard.whole()))
                            .withPace(new Pace(2, 0, Duration.ZERO))));
        }
    }

    /** The first two wait for each other, and would wait in vain if they came one by one. */
    private void await() {
        if (waiting.getAndDecrement() <= 0) {
            return;
        }
        try {
            both.await(90, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
