package plumbline.consumers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A small project that uses Plumbline in its tests.
 *
 * @param kind what it is built on: {@code boot} or {@code plain}
 * @param version of what it is built on
 * @param first whether its pom names Plumbline before all else, or after it
 */
record ConsumerProject(String kind, String version, boolean first) {
    /** {@return the project that is written as {@code boot-3.5.6-first}} */
    static ConsumerProject parse(String text) {
        String[] parts = text.split("-", -1);
        return new ConsumerProject(
                parts[0],
                parts[1],
                switch (parts[2]) {
                    case "first" -> true;
                    case "last" -> false;
                    default -> throw new IllegalArgumentException(text + " ends neither in -first nor in -last");
                });
    }

    /** Writes the project from its sources. */
    void write(Path sources, Path folder, String plumbline) throws IOException {
        copy(sources.resolve("shared"), folder);
        copy(sources.resolve(kind), folder);
        String dependencies = Files.readString(sources.resolve("plumbline.xml")).replace("@plumbline@", plumbline);
        Files.writeString(
                folder.resolve("pom.xml"),
                Files.readString(sources.resolve(kind).resolve("pom.xml"))
                        .replace("@version@", version)
                        .replace("<!-- @older@ -->", isOld() ? Files.readString(sources.resolve("older.xml")) : "")
                        .replace("<!-- @first@ -->", first ? dependencies : "")
                        .replace("<!-- @last@ -->", first ? "" : dependencies));
    }

    /** Spring Boot 3.0 and 3.1 manage versions that are too old for WireMock and for our server. */
    private boolean isOld() {
        return "boot".equals(kind) && (version.startsWith("3.0.") || version.startsWith("3.1."));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
