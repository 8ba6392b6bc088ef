package plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import plumbline.cli.configuration.Defaults;
import plumbline.cli.configuration.EnvironmentDefaults;
import plumbline.cli.configuration.SettingNames;
import plumbline.cli.configuration.SettingsFile;
import plumbline.settings.Settings;
import plumbline.text.UnusableInputException;

/** Makes commands by their names: reading one that is not asked for takes time. */
final class Commands {
    static final String MOCK = "mock";
    static final String VERIFY = "verify";
    static final String CHECK = "check";
    static final String MERGE = "merge-reports";

    /** All commands, in the order of the help. */
    static final List<String> NAMES = List.of(MOCK, VERIFY, CHECK, MERGE);

    /** Those that are about a contract, which may stand first, as in {@code check api.yaml}. */
    private static final Set<String> OF_CONTRACTS = Set.of(MOCK, VERIFY, CHECK);

    private final Surroundings surroundings;

    Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** {@return these arguments, where a contract that stands right behind the command follows its option} */
    static String[] withNamedContract(String... arguments) {
        boolean isFirst = arguments.length > 1
                && OF_CONTRACTS.contains(arguments[0])
                && !arguments[1].isEmpty()
                && !arguments[1].startsWith("-");
        if (!isFirst) {
            return arguments;
        }
        List<String> named = new ArrayList<>(List.of(arguments));
        named.add(1, "--contract");
        return named.toArray(String[]::new);
    }

    /** {@return what {@code plumbline.yaml} says, whose names must be those of options} */
    Settings settings(String... args) {
        return new SettingsFile(surroundings.environment(), surroundings.folder())
                .read(args)
                .map(settings -> {
                    new SettingNames(NAMES.stream()
                                    .map(name -> create(name, Settings.none()))
                                    .toList())
                            .check(settings);
                    return settings;
                })
                .orElseGet(Settings::none);
    }

    /** {@return the command of a mock that these arguments mean, as file and environment have it by now} */
    MockCommand mock(String... args) {
        Settings settings = settings(args);
        MockCommand command = new MockCommand(surroundings);
        try {
            new CommandLine(command)
                    .setDefaultValueProvider(
                            new Defaults(new EnvironmentDefaults(surroundings.environment()), settings))
                    .parseArgs(args);
        } catch (CommandLine.ParameterException e) {
            throw new UnusableInputException(
                    new ParameterFaults(surroundings.environment(), settings).message(e, args), e);
        }
        return command;
    }

    CommandLine create(String name, Settings settings) {
        Callable<Integer> command = switch (name) {
            case MOCK -> new MockCommand(surroundings);
            case VERIFY -> new VerifyCommand(surroundings, settings);
            case CHECK -> new CheckCommand(surroundings, settings);
            default -> new MergeCommand(surroundings);
        };
        return new CommandLine(command);
    }
}
