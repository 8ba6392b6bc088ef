package plumbline.mock.engine.stubs;

import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.common.SingleRootFileSource;
import com.github.tomakehurst.wiremock.common.TextFile;
import com.github.tomakehurst.wiremock.common.filemaker.FilenameMaker;
import com.github.tomakehurst.wiremock.standalone.JsonFileMappingsSource;
import com.github.tomakehurst.wiremock.standalone.MappingFileException;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plumbline.mock.engine.StubFileException;
import plumbline.text.RegularFiles;

/** The user's stubs on disk, read one file at a time so that a broken one can be named. */
final class StubFiles implements MappingsSource {
    private static final Pattern PLACE = Pattern.compile("line: (\\d+), column: (\\d+)");

    private final OneFile files;
    private final JsonFileMappingsSource source;
    private final StubRegistry registry;

    StubFiles(Path directory, StubRegistry registry) {
        this.files = new OneFile(directory.resolve("mappings").toFile());
        this.registry = registry;
        this.source = new JsonFileMappingsSource(files, new FilenameMaker());
    }

    /** A stub file cannot be used; WireMock's interfaces leave no room for a checked exception. */
    static final class UnusableStubException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Path file;
        private final String problem;

        UnusableStubException(Path file, String problem, Throwable cause) {
            super(file + ": " + problem, cause);
            this.file = file;
            this.problem = problem;
        }

        StubFileException checked() {
            return new StubFileException(file, problem, this);
        }
    }

    @Override
    public void loadMappingsInto(StubMappings stubs) {
        if (!files.exists()) {
            return;
        }
        for (TextFile file : files.all()) {
            Path path = Path.of(file.getPath());
            if (RegularFiles.isEndless(path)) {
                throw new UnusableStubException(path, RegularFiles.ENDLESS, new IOException(RegularFiles.ENDLESS));
            }
            files.show(file);
            registry.loading(path);
            try {
                source.loadMappingsInto(stubs);
            } catch (MappingFileException broken) {
                throw new UnusableStubException(path, problem(broken), broken);
            } catch (InvalidInputException refused) {
                String detail = refused.getErrors().first().getDetail();
                throw new UnusableStubException(path, detail, refused);
            } finally {
                registry.loading(null);
            }
        }
    }

    /** Leaves out the path, which is said already, and the source, which Jackson repeats at length. */
    private static String problem(MappingFileException broken) {
        String message = String.valueOf(broken.getMessage());
        String what = message.lines().skip(1).findFirst().orElse(message);
        Matcher place = PLACE.matcher(message);
        return place.find() ? what + " (line " + place.group(1) + ", column " + place.group(2) + ")" : what;
    }

    @Override
    public void save(List<StubMapping> stubs) {
        source.save(stubs);
    }

    @Override
    public void save(StubMapping stub) {
        source.save(stub);
    }

    @Override
    @Deprecated(forRemoval = true)
    @SuppressWarnings("removal")
    public void remove(StubMapping stub) {
        source.remove(stub);
    }

    @Override
    public void removeAll() {
        source.removeAll();
    }

    /** A directory that shows one of its files at a time. */
    private static final class OneFile extends SingleRootFileSource {
        private @Nullable TextFile shown;

        OneFile(File root) {
            super(root);
        }

        List<TextFile> all() {
            return super.listFilesRecursively().stream()
                    .filter(file -> file.getPath().endsWith(".json"))
                    .sorted(Comparator.comparing(TextFile::getPath))
                    .toList();
        }

        void show(TextFile file) {
            shown = file;
        }

        @Override
        public List<TextFile> listFilesRecursively() {
            return shown == null ? List.of() : List.of(shown);
        }
    }
}
