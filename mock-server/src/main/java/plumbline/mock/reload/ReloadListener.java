package plumbline.mock.reload;

import java.time.Duration;
import java.util.List;
import plumbline.mock.MockServer;

/** Is told when a mock reads everything again. */
public interface ReloadListener {
    /**
     * The mock serves what has changed.
     *
     * @param server the mock
     * @param changed names of the files and URLs that are not as they were
     * @param took how long that took
     */
    void reloaded(MockServer server, List<String> changed, Duration took);

    /**
     * What has changed cannot be used, so that the mock goes on as it was.
     *
     * @param changed names of the files and URLs that are not as they were
     * @param problem why, for the user unless it is a fault of ours
     */
    void kept(List<String> changed, RuntimeException problem);
}
