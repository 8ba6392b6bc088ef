package plumbline.conformance.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What options are worth that are not on the command line: what the environment says, else what the file says. */
final class Defaults implements IDefaultValueProvider {
    private final EnvironmentDefaults environment;
    private final Configuration configuration;

    Defaults(EnvironmentDefaults environment, Configuration configuration) {
        this.environment = environment;
        this.configuration = configuration;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        String value = environment.defaultValue(argument);
        return value == null && argument instanceof OptionSpec option
                ? configuration.setting(option).map(Configuration.Setting::text).orElse(null)
                : value;
    }
}
