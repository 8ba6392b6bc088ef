package plumbline.cli.configuration;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import plumbline.settings.Setting;
import plumbline.settings.Settings;

/** What options are worth that are not on the command line: what the environment says, else what the file says. */
public final class Defaults implements IDefaultValueProvider {
    private final EnvironmentDefaults environment;
    private final Settings settings;

    public Defaults(EnvironmentDefaults environment, Settings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        String value = environment.defaultValue(argument);
        return value == null && argument instanceof OptionSpec option
                ? setting(settings, option)
                        .flatMap(setting -> OptionText.of(option, setting))
                        .orElse(null)
                : value;
    }

    /** {@return what the file says of an option of a command} */
    public static Optional<Setting> setting(Settings settings, OptionSpec option) {
        return settings.setting(option.command().name(), OptionText.name(option));
    }
}
