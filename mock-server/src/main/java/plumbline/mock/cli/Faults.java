package plumbline.mock.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import plumbline.contract.document.ContractException;
import plumbline.fixtures.FixtureException;
import plumbline.mock.MockServerException;

/** Says why the mock does not start, without a stack trace. */
final class Faults implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int UNUSABLE_INPUT = 2;

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println("plumbline: " + fault.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return UNUSABLE_INPUT;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        command.getErr().println("plumbline: " + message(failure));
        return UNUSABLE_INPUT;
    }

    private static String message(Exception failure) {
        if (failure instanceof ContractException || failure instanceof FixtureException) {
            return "the input cannot be used:\n" + failure.getMessage();
        }
        if (failure instanceof MockServerException || failure instanceof IllegalArgumentException) {
            return String.valueOf(failure.getMessage());
        }
        return "internal error: " + failure + " at " + failure.getStackTrace()[0] + "; please report it";
    }
}
