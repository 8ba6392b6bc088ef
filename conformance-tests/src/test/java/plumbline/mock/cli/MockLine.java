package plumbline.mock.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** The parser of the mock's command line, for tests of what others write on it. */
public final class MockLine {
    private MockLine() {}

    /** {@return what is wrong with these arguments; no mock is kept} */
    public static String complaints(String... arguments) {
        StringWriter err = new StringWriter();
        new Main(Map.of(), new PrintWriter(new StringWriter()), new PrintWriter(err, true), server -> {})
                .run(arguments);
        return err.toString();
    }
}
