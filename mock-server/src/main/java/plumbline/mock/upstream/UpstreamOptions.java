package plumbline.mock.upstream;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plumbline.contract.operation.Operation;
import plumbline.text.Glob;
import plumbline.text.Spelling;
import plumbline.text.UnusableInputException;

/**
 * A real server that requests are passed on to.
 *
 * @param url the base URL of the server, below which are the paths of the contract
 * @param timeout how long to wait for an answer as a whole
 * @param blocks whether what breaks the contract is refused rather than passed on and told
 * @param mocksMissing whether the contract answers what the server answers with 404 or 501, and where it cannot be reached
 * @param only the operations that are passed on; none means all
 * @param except the operations that the mock answers itself, though they are among those
 * @param recordings the folder in which answers become fixtures; null to keep none
 */
public record UpstreamOptions(
        URI url,
        Duration timeout,
        boolean blocks,
        boolean mocksMissing,
        List<Glob> only,
        List<Glob> except,
        @Nullable Path recordings) {
    public UpstreamOptions {
        only = List.copyOf(only);
        except = List.copyOf(except);
        boolean isHttp = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!isHttp || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new UnusableInputException(
                    "the URL of a server is its base URL, written as http://host:port/path or https://host/path");
        }
        if (url.getRawUserInfo() != null) {
            throw new UnusableInputException("the URL of a server must not hold credentials: clients send their own");
        }
    }

    /** {@return this server, to which all is passed on and told} */
    public static UpstreamOptions of(URI url) {
        return new UpstreamOptions(url, Duration.ofSeconds(30), false, false, List.of(), List.of(), null);
    }

    public UpstreamOptions blocking() {
        return new UpstreamOptions(url, timeout, true, mocksMissing, only, except, recordings);
    }

    public UpstreamOptions mockingMissing() {
        return new UpstreamOptions(url, timeout, blocks, true, only, except, recordings);
    }

    public UpstreamOptions withTimeout(Duration other) {
        return new UpstreamOptions(url, other, blocks, mocksMissing, only, except, recordings);
    }

    public UpstreamOptions only(List<Glob> patterns) {
        return new UpstreamOptions(url, timeout, blocks, mocksMissing, patterns, except, recordings);
    }

    public UpstreamOptions except(List<Glob> patterns) {
        return new UpstreamOptions(url, timeout, blocks, mocksMissing, only, patterns, recordings);
    }

    /** {@return this server, whose answers become fixtures in this folder} */
    public UpstreamOptions recording(Path folder) {
        return new UpstreamOptions(url, timeout, blocks, mocksMissing, only, except, folder);
    }

    /**
     * Checks the patterns.
     *
     * @throws UnusableInputException if one fits none of these operations, as it is most likely mistyped
     */
    public void check(List<Operation> operations) {
        Stream.concat(only.stream(), except.stream())
                .filter(pattern -> operations.stream().noneMatch(pattern::fits))
                .findFirst()
                .ifPresent(pattern -> {
                    throw new UnusableInputException("'" + pattern + "' fits no operationId, path, tag or method"
                            + Spelling.suggestion(
                                    pattern.text(),
                                    operations.stream().map(Operation::id).toList()));
                });
    }

    boolean takes(Operation operation) {
        return (only.isEmpty() || only.stream().anyMatch(pattern -> pattern.fits(operation)))
                && except.stream().noneMatch(pattern -> pattern.fits(operation));
    }

    /** {@return the path of the base URL without trailing slash; empty for the root} */
    String basePath() {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** {@return scheme, host and port} */
    String origin() {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
