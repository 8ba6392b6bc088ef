package plumbline.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import plumbline.contract.Match;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Written;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.sampling.UnsatisfiableException;
import plumbline.contract.validation.Violation;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.networknt.schema.Error;

/** What is done for each exchange, each beside a baseline: the least that could be done instead. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmarks {
    private long seed;

    @Benchmark
    public Match match(ReadContract read) {
        return read.contract.match(ReadContract.METHOD, ReadContract.PATH);
    }

    /** One look into a table of all paths, which no path template allows. */
    @Benchmark
    public @Nullable Operation matchBaseline(ReadContract read) {
        return read.byPath.get(ReadContract.PATH);
    }

    @Benchmark
    public List<Violation> validate(ReadContract read) {
        return read.validator.validate(read.operation, ReadContract.METHOD, read.response);
    }

    /** The validator alone, with a body that is read already. */
    @Benchmark
    public List<Error> validateBaseline(ReadContract read) {
        return read.bare.validate(read.value);
    }

    @Benchmark
    public JsonNode sample(ReadContract read) throws UnsatisfiableException {
        return read.sampler.sample(read.schema, Direction.RESPONSE, seed++);
    }

    /** Reading a value of that schema from a text that is ready. */
    @Benchmark
    public JsonNode sampleBaseline(ReadContract read) throws JsonException {
        return Json.read(read.text);
    }

    @Benchmark
    public Written write(ReadContract read) {
        return Bodies.write(read.content, read.value);
    }

    /** A copy of the octets, as if they had been kept. */
    @Benchmark
    public byte[] writeBaseline(ReadContract read) {
        return read.text.clone();
    }
}
