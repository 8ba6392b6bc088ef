package plumbline.mock.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes options that are not given from the environment: {@code --base-path} from {@code PLUMBLINE_BASE_PATH}.
 *
 * @param environment the environment
 */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String name = option.longestName().replaceFirst("^-+", "").replace('-', '_');
        String value = environment.get("PLUMBLINE_" + name.toUpperCase(Locale.ROOT));
        return value == null || value.isEmpty() ? null : value;
    }
}
