package plumbline.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local repository of Maven below {@code target} that has our artifacts, and by links all that the user's has, so that
 * ours do not get there and theirs are not fetched again.
 */
final class LocalRepository {
    private static final List<String> MODULES =
            List.of("openapi/json", "openapi", "fixtures", "mock-server", "conformance-tests");

    private static final String GROUP = "plumbline";

    private final Path root;
    private final Path folder;
    private final String version;

    /**
     * @param root the folder of the build
     * @param folder where to put it
     */
    LocalRepository(Path root, Path folder, String version) {
        this.root = root;
        this.folder = folder;
        this.version = version;
    }

    Path folder() {
        return folder;
    }

    /** Copies to where {@code mvn install} would. */
    void install() throws IOException {
        Path group = folder.resolve(GROUP);
        copy(root.resolve("pom.xml"), group.resolve("plumbline"), "plumbline", "pom");
        for (String module : MODULES) {
            String artifact = "plumbline-" + Path.of(module).getFileName();
            Path jar = root.resolve(module).resolve("target/" + artifact + "-" + version + ".jar");
            copy(root.resolve(module).resolve("pom.xml"), group.resolve(artifact), artifact, "pom");
            copy(jar, group.resolve(artifact), artifact, "jar");
        }
    }

    private void copy(Path file, Path artifactFolder, String artifact, String type) throws IOException {
        Path target = artifactFolder.resolve(version).resolve(artifact + "-" + version + "." + type);
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes links to what is in another repository; where the system has no links, all is fetched again. */
    void share(Path other) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> children = Files.list(other)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                Path link = folder.resolve(child.getFileName());
                if (!child.endsWith(GROUP) && !Files.exists(link)) {
                    link(link, child);
                }
            }
        }
    }

    private static void link(Path link, Path target) throws IOException {
        try {
            Files.createSymbolicLink(link, target.toAbsolutePath());
        } catch (UnsupportedOperationException | IOException e) {
            Files.createDirectories(link);
        }
    }
}
