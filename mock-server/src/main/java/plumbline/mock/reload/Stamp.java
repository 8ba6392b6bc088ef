package plumbline.mock.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a file from another.
 *
 * @param modified when it was changed last
 * @param size how long it is
 * @param key what the system calls it, which is another one for a file that was put in its place; null if it does not say
 * @param checksum that of the content, if it was changed so lately that another change might leave the same time; else 0
 */
record Stamp(Instant modified, long size, @Nullable Object key, long checksum) {
    /** The state of a file that is not there. */
    static final Stamp ABSENT = new Stamp(Instant.MIN, -1, null, 0);

    /** As coarse as times of file systems are. */
    private static final Duration LATELY = Duration.ofSeconds(2);

    /**
     * {@return the state of a file}
     *
     * @param before the state that it is compared with; null if there is none
     */
    static Stamp of(Path file, @Nullable Stamp before) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Instant modified = now.lastModifiedTime().toInstant();
            boolean isLate = modified.isAfter(Instant.now().minus(LATELY));
            boolean mustCompare = before != null && before.checksum() != 0 && modified.equals(before.modified());
            long checksum = now.isRegularFile() && (isLate || mustCompare) ? checksum(file) : 0;
            return new Stamp(modified, now.size(), now.fileKey(), checksum);
        } catch (IOException gone) {
            return ABSENT;
        }
    }

    private static long checksum(Path file) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(file));
        return sum.getValue() + 1;
    }

    /** {@return the same state, whose time alone tells it from others once it is old enough} */
    Stamp aged(Instant now) {
        return checksum == 0 || modified.isAfter(now.minus(LATELY)) ? this : new Stamp(modified, size, key, 0);
    }

    /** {@return whether there is something in the file} */
    boolean isFilled() {
        return size > 0;
    }
}
