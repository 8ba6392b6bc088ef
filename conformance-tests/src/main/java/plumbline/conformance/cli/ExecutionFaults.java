package plumbline.conformance.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import plumbline.conformance.target.UnreachableException;
import plumbline.contract.document.ContractException;
import plumbline.fixtures.FixtureException;

/** Says why the job could not be done, without a stack trace. */
final class ExecutionFaults implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        command.getErr().println("plumbline: " + message(exception));
        return ExitCode.UNUSABLE;
    }

    private static String message(Exception exception) {
        if (exception instanceof ContractException || exception instanceof FixtureException) {
            return "the input cannot be used:\n" + exception.getMessage();
        }
        if (exception instanceof UnreachableException || exception instanceof IllegalArgumentException) {
            return String.valueOf(exception.getMessage());
        }
        if (exception instanceof IOException) {
            return "the reports cannot be written: " + exception.getMessage();
        }
        // Its message might hold anything.
        return "internal error: " + exception.getClass().getName() + " at "
                + exception.getStackTrace()[0] + "; please report it";
    }
}
