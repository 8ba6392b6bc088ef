package plumbline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import plumbline.cli.console.WriteFaults;
import plumbline.conformance.target.UnreachableException;
import plumbline.contract.document.ContractException;
import plumbline.fixtures.FixtureException;
import plumbline.mock.MockServerException;
import plumbline.text.UnusableInputException;

/** Says why the job could not be done: without a stack trace, unless the fault is ours and it is asked for. */
final class ExecutionFaults implements IExecutionExceptionHandler {
    private static final String DEBUG = "PLUMBLINE_DEBUG";

    private final boolean debugging;

    ExecutionFaults(Map<String, String> environment) {
        String wanted = environment.getOrDefault(DEBUG, "");
        this.debugging = !wanted.isEmpty() && !"0".equals(wanted);
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        if (exception instanceof ContractException contract) {
            err.println("plumbline: the input cannot be used:\n"
                    + contract.advised(RemedyOptions::of).getMessage());
        } else if (exception instanceof FixtureException) {
            err.println("plumbline: the input cannot be used:\n" + exception.getMessage());
        } else if (exception instanceof UnusableInputException) {
            err.println("plumbline: " + RemedyOptions.words().apply(String.valueOf(exception.getMessage())));
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        } else if (exception instanceof UnreachableException || exception instanceof MockServerException) {
            err.println("plumbline: " + RemedyOptions.words().apply(String.valueOf(exception.getMessage())));
        } else if (exception instanceof IOException || exception instanceof UncheckedIOException) {
            err.println("plumbline: the reports cannot be written: " + WriteFaults.words(exception));
        } else {
            tellOurs(exception, err);
            return ExitCode.OUR_FAULT;
        }
        return ExitCode.UNUSABLE;
    }

    /** {@return what is wrong with what a mock was to serve} */
    static String words(RuntimeException exception) {
        if (exception instanceof ContractException contract) {
            return String.valueOf(contract.advised(RemedyOptions::of).getMessage());
        }
        boolean isTheUsers = exception instanceof FixtureException
                || exception instanceof UnusableInputException
                || exception instanceof MockServerException;
        return isTheUsers
                ? RemedyOptions.words().apply(String.valueOf(exception.getMessage()))
                : "this is a fault of Plumbline: " + exception.getClass().getName() + "; please report it";
    }

    /** Its message is not shown by itself, as it might hold anything. */
    private void tellOurs(Exception exception, PrintWriter err) {
        StackTraceElement[] trace = exception.getStackTrace();
        err.println("plumbline: this is a fault of Plumbline, not of your input: "
                + exception.getClass().getName()
                + (trace.length == 0 ? "" : " at " + trace[0])
                + "; please report it");
        if (debugging) {
            exception.printStackTrace(err);
        } else {
            err.println("Set " + DEBUG + "=1 to see where it comes from.");
        }
    }
}
