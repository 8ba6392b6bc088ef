package plumbline.cli;

import java.io.PrintWriter;
import plumbline.mock.MockListener;

/** Writes to the console what the clients of the mock cannot mend. */
record ConsoleListener(PrintWriter out, PrintWriter err) implements MockListener {
    @Override
    public void answeredInvalid(String violation) {
        out.println(violation);
        out.flush();
    }

    @Override
    public void failed(String request, Throwable failure) {
        err.println("plumbline: answering " + request
                + " failed. This is a fault of Plumbline, told once; please report it:");
        failure.printStackTrace(err);
        err.flush();
    }
}
