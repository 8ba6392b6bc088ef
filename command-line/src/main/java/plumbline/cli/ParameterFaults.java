package plumbline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import plumbline.cli.configuration.Defaults;
import plumbline.cli.configuration.EnvironmentDefaults;
import plumbline.settings.Settings;

/** Says what is wrong with the arguments in one line, without repeating values, which may be secret. */
final class ParameterFaults implements IParameterExceptionHandler {
    private static final Set<String> SECRET =
            Set.of("--user", "--bearer", "--api-key", "--header", "--admin-token", "--cert-password");

    private final Map<String, String> environment;
    private final Settings settings;

    ParameterFaults(Map<String, String> environment, Settings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("plumbline: " + message(exception, args));
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.UNUSABLE;
    }

    String message(ParameterException exception, String[] args) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            if (exception.getCommandLine().getParent() == null && !first.startsWith("-")) {
                return "unknown command '" + first + "'" + NearNames.ofCommand(first) + "; the commands are "
                        + String.join(", ", Commands.NAMES);
            }
            String name = withoutValue(first);
            boolean isOption = name.startsWith("-");
            return "unknown argument: " + name + (isOption ? NearNames.ofOption(name, exception.getCommandLine()) : "");
        }
        String message = exception.getMessage() == null ? "the arguments cannot be used" : exception.getMessage();
        for (String value : values(args)) {
            message = message.replace(value, "...");
        }
        return message + place(exception, args);
    }

    /** Where the value stands, if it comes from the file. */
    private String place(ParameterException exception, String[] args) {
        if (!(exception.getArgSpec() instanceof OptionSpec option)) {
            return "";
        }
        boolean given = environment.containsKey(EnvironmentDefaults.name(option))
                || Arrays.stream(args).anyMatch(argument -> argument.split("=", 2)[0].equals(option.longestName()));
        return given
                ? ""
                : Defaults.setting(settings, option)
                        .map(setting -> " [" + setting.place() + "]")
                        .orElse("");
    }

    private static String withoutValue(String argument) {
        if (!argument.startsWith("-")) {
            return "a value that belongs to no option (put values with spaces in quotes)";
        }
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    /** All that stands on the command line or in the environment as a value of a secret option, longest first. */
    private List<String> values(String[] args) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (i > 0 && SECRET.contains(args[i - 1])) {
                values.add(args[i]);
            } else if (SECRET.contains(args[i].split("=", 2)[0]) && args[i].indexOf('=') > 0) {
                values.add(args[i].substring(args[i].indexOf('=') + 1));
            }
        }
        for (String name : List.of(
                "PLUMBLINE_USER",
                "PLUMBLINE_HEADER",
                "PLUMBLINE_AUTHORIZATION",
                "PLUMBLINE_ADMIN_TOKEN",
                "PLUMBLINE_CERT_PASSWORD")) {
            String value = environment.get(name);
            if (value != null) {
                values.add(value);
            }
        }
        values.removeIf(String::isBlank);
        values.sort(Comparator.comparingInt(String::length).reversed());
        return values;
    }
}
