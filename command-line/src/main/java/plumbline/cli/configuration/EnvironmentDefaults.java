package plumbline.cli.configuration;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Gives every option a twin in the environment: {@code --base-url} is {@code PLUMBLINE_BASE_URL}. */
public final class EnvironmentDefaults implements IDefaultValueProvider {
    private final Map<String, String> environment;

    public EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String header = environment.get("PLUMBLINE_AUTHORIZATION");
        String value = environment.get(name(option));
        if ("--header".equals(option.longestName()) && header != null) {
            return "Authorization: " + header + (value == null ? "" : "\n" + value);
        }
        return value == null || value.isEmpty() ? null : value;
    }

    public static String name(OptionSpec option) {
        return "PLUMBLINE_"
                + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
