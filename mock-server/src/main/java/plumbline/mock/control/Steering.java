package plumbline.mock.control;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.mock.control.switches.Delay;
import plumbline.mock.control.switches.Disturbance;
import plumbline.mock.control.switches.Switch;
import plumbline.mock.control.switches.SwitchedResponder;
import plumbline.mock.control.switches.Switches;
import plumbline.mock.engine.Breakage;
import plumbline.mock.engine.EngineAnswer;
import plumbline.mock.engine.Responder;

/** Has operations do what is set for each or for all. What chance decides is the same for the same seed. Thread-safe. */
public final class Steering implements Responder {
    /** Numbers in a row give random numbers that have nothing in common when they are this far apart. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final int UNAVAILABLE = 503;

    private final SwitchedResponder responder;
    private final Switches switches;
    private final Disturbance disturbance;
    private final long seed;
    private final AtomicLong requests = new AtomicLong();

    /**
     * Makes a steering.
     *
     * @param responder who answers
     * @param switches what each operation does
     * @param disturbance what happens to all
     * @param seed which of the possible courses chance takes
     */
    public Steering(SwitchedResponder responder, Switches switches, Disturbance disturbance, long seed) {
        this.responder = responder;
        this.switches = switches;
        this.disturbance = disturbance;
        this.seed = seed;
    }

    @Override
    public EngineAnswer answer(Request request) {
        Turn turn = new Turn(new SplittableRandom(seed + GOLDEN * requests.incrementAndGet()));
        return responder.answer(request, turn).after(turn.delay());
    }

    /** What one request comes to. */
    private final class Turn implements Function<Operation, Switch> {
        private final RandomGenerator random;
        private Delay delay = disturbance.delay();

        Turn(RandomGenerator random) {
            this.random = random;
        }

        @Override
        public Switch apply(Operation operation) {
            Switch own = switches.of(operation.id());
            delay = own.delay() == null ? delay : own.delay();
            boolean fails = random.nextDouble() < disturbance.faultRate();
            return own.leavesAnswer() && fails ? failure(operation) : own;
        }

        private Switch failure(Operation operation) {
            return random.nextBoolean()
                    ? Switch.failing(status(operation))
                    : Switch.breaking(random.nextBoolean() ? Breakage.RESET : Breakage.EMPTY);
        }

        Duration delay() {
            return delay.drawn(random);
        }
    }

    private static int status(Operation operation) {
        return operation.responses().stream()
                .filter(response -> response.isExact() && response.key().startsWith("5"))
                .map(ResponseSpec::key)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(UNAVAILABLE);
    }
}
