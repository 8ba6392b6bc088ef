package plumbline.mock.engine;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import plumbline.mock.engine.access.Access;
import plumbline.mock.engine.access.BodyLimits;

/**
 * How the engine listens and what it keeps.
 *
 * @param host the name or address to listen on
 * @param port the port to listen on, 0 for any free one
 * @param journalSize how many of the last requests {@code /__admin/requests} knows, 0 for none
 * @param stubs a directory with the user's WireMock stubs in {@code mappings/} and their bodies in {@code __files/}
 * @param access who may administer the engine, and where it may send requests
 * @param limits how much of a body it takes
 * @param grace how long closing waits for requests under way
 */
public record EngineSettings(
        String host,
        int port,
        int journalSize,
        @Nullable Path stubs,
        Access access,
        BodyLimits limits,
        Duration grace) {
    public EngineSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port);
        }
        if (journalSize < 0) {
            throw new IllegalArgumentException("A journal cannot keep " + journalSize + " requests");
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("Closing cannot wait for " + grace);
        }
    }

    /** {@return settings for any free port of the loopback address, a journal of 1,000 requests, no stubs, two seconds to close} */
    public static EngineSettings defaults() {
        return new EngineSettings(
                "127.0.0.1", 0, 1_000, null, Access.defaults(), BodyLimits.defaults(), Duration.ofSeconds(2));
    }

    public EngineSettings withHost(String other) {
        return new EngineSettings(other, port, journalSize, stubs, access, limits, grace);
    }

    public EngineSettings withPort(int other) {
        return new EngineSettings(host, other, journalSize, stubs, access, limits, grace);
    }

    public EngineSettings withJournalSize(int other) {
        return new EngineSettings(host, port, other, stubs, access, limits, grace);
    }

    public EngineSettings withStubs(Path directory) {
        return new EngineSettings(host, port, journalSize, directory, access, limits, grace);
    }

    public EngineSettings withAccess(Access other) {
        return new EngineSettings(host, port, journalSize, stubs, other, limits, grace);
    }

    public EngineSettings withLimits(BodyLimits other) {
        return new EngineSettings(host, port, journalSize, stubs, access, other, grace);
    }

    public EngineSettings withGrace(Duration other) {
        return new EngineSettings(host, port, journalSize, stubs, access, limits, other);
    }
}
