package plumbline.cli.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import plumbline.settings.Settings;

/** Finds {@code plumbline.yaml}, which must be known before all other arguments are read. */
public final class SettingsFile {
    private static final String OPTION = "--config";

    private final Map<String, String> environment;
    private final Path folder;

    /** Takes where to look. */
    public SettingsFile(Map<String, String> environment, Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    /** {@return what the file says that these arguments or the environment name, or else that of the folder} */
    public Optional<Settings> read(String... args) {
        return said(args)
                .or(() -> Optional.of(usual()).filter(Files::isRegularFile))
                .map(Settings::read);
    }

    /** {@return the file that is read with these arguments if it is there} */
    public Path file(String... args) {
        return said(args).orElseGet(this::usual);
    }

    private Path usual() {
        return folder.resolve(Settings.FILE);
    }

    private Optional<Path> said(String... args) {
        return named(args)
                .or(() -> Optional.ofNullable(environment.get("PLUMBLINE_CONFIG")))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    private static Optional<String> named(String... args) {
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
