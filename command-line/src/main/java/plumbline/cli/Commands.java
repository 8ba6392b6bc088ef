package plumbline.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import plumbline.settings.Settings;

/** Makes commands by their names: reading one that is not asked for takes time. */
final class Commands {
    static final String MOCK = "mock";
    static final String VERIFY = "verify";
    static final String CHECK = "check";
    static final String MERGE = "merge-reports";

    /** All commands, in the order of the help. */
    static final List<String> NAMES = List.of(MOCK, VERIFY, CHECK, MERGE);

    private final Surroundings surroundings;

    Commands(Surroundings surroundings) {
        this.surroundings = surroundings;
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
