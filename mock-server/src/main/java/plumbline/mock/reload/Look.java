package plumbline.mock.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The states of all files that a mock is read from, at one time.
 *
 * @param stamps the states, by file
 */
record Look(Map<Path, Stamp> stamps) {
    private static final int DEEPEST = 32;

    Look {
        stamps = Map.copyOf(stamps);
    }

    /**
     * {@return a look at files and at all in some folders}
     *
     * @param before the look that this one is compared with
     */
    static Look at(Set<Path> files, Set<Path> folders, Look before) {
        Set<Path> all = new HashSet<>(files);
        folders.forEach(folder -> all.addAll(below(folder)));
        Map<Path, Stamp> stamps = new HashMap<>();
        all.forEach(file -> stamps.put(file, Stamp.of(file, before.stamps().get(file))));
        return new Look(stamps);
    }

    /** {@return a look at nothing} */
    static Look none() {
        return new Look(Map.of());
    }

    /** {@return the files that these addresses name} */
    static Set<Path> files(Set<URI> addresses) {
        Set<Path> files = new HashSet<>();
        addresses.stream()
                .filter(address -> "file".equals(address.getScheme()))
                .forEach(address -> files.add(Path.of(address)));
        return files;
    }

    private static List<Path> below(Path folder) {
        // A slow disk is asked once for what a file is.
        try (Stream<Path> found = Files.find(
                folder, DEEPEST, (file, attributes) -> attributes.isRegularFile(), FileVisitOption.FOLLOW_LINKS)) {
            return found.toList();
        } catch (IOException | UncheckedIOException gone) {
            // It is there again at another look, or reading it tells.
            return List.of();
        }
    }

    /** {@return this look, where what was seen before counts as it was seen then, if it was no later than a time} */
    Look asOf(Look before, Instant time) {
        Map<Path, Stamp> known = new HashMap<>();
        stamps.forEach((file, stamp) -> {
            @Nullable Stamp seen = before.stamps().get(file);
            boolean isUnseen = seen == null && stamp.modified().isAfter(time);
            known.put(file, isUnseen ? Stamp.ABSENT : seen == null ? stamp : seen);
        });
        before.stamps().forEach((file, stamp) -> {
            boolean isRemovedSince = !stamps.containsKey(file) && stamp.isFilled() && !Files.exists(file);
            if (isRemovedSince) {
                known.put(file, stamp);
            }
        });
        return new Look(known);
    }

    /** {@return the same look, to compare later ones with} */
    Look aged() {
        Instant now = Instant.now();
        Map<Path, Stamp> aged = new HashMap<>();
        stamps.forEach((file, stamp) -> aged.put(file, stamp.aged(now)));
        return new Look(aged);
    }

    /** {@return the files that are in another state than before} */
    List<Path> changedSince(Look before) {
        Set<Path> all = new HashSet<>(stamps.keySet());
        all.addAll(before.stamps().keySet());
        List<Path> changed = new ArrayList<>();
        for (Path file : all) {
            if (!at(file).equals(before.at(file))) {
                changed.add(file);
            }
        }
        changed.sort(null);
        return changed;
    }

    /** {@return whether a file that had something in it is empty or away, as while it is written again} */
    boolean isInTheMiddleSince(Look before) {
        return before.stamps().entrySet().stream()
                .anyMatch(entry ->
                        entry.getValue().isFilled() && !at(entry.getKey()).isFilled());
    }

    private Stamp at(Path file) {
        return stamps.getOrDefault(file, Stamp.ABSENT);
    }
}
