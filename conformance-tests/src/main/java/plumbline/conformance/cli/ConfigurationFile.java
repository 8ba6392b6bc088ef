package plumbline.conformance.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** Finds the configuration, which must be known before all other arguments are read. */
final class ConfigurationFile {
    private static final String OPTION = "--config";

    private final Map<String, String> environment;
    private final Path folder;

    ConfigurationFile(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /** {@return what the file says that these arguments or the environment name, or else that of the folder} */
    Configuration read(String[] args, CommandLine verify, CommandLine check) {
        Path usual = folder.resolve(Configuration.FILE);
        return named(args)
                .or(() -> Optional.ofNullable(environment.get("PLUMBLINE_CONFIG")))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .or(() -> Optional.of(usual).filter(Files::isRegularFile))
                .map(file -> new ConfigurationReader(
                                verify.getCommandSpec().options(),
                                check.getCommandSpec().options())
                        .read(file))
                .orElseGet(Configuration::none);
    }

    private static Optional<String> named(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                return Optional.of(args[i].substring(OPTION.length() + 1));
            }
            if (OPTION.equals(args[i]) && i + 1 < args.length) {
                return Optional.of(args[i + 1]);
            }
        }
        return Optional.empty();
    }
}
