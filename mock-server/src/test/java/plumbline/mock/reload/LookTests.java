package plumbline.mock.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookTests {
    @TempDir
    private Path folder = Path.of("");

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Look look(Look before) {
        return Look.at(Set.of(), Set.of(folder), before);
    }

    @Test
    void tellsContentsThatChangeWithinOneTickOfTheClock() throws IOException {
        Path file = write("a", "one");
        FileTime tick = FileTime.from(Instant.now());
        Files.setLastModifiedTime(file, tick);
        Look before = look(Look.none());

        write("a", "two");
        Files.setLastModifiedTime(file, tick);

        assertThat(look(before).changedSince(before)).containsExactly(file);
    }

    @Test
    void tellsNoChangeWhereThereIsNone() throws IOException {
        write("a", "one");
        Path old = write("b", "one");
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Look before = look(Look.none());

        assertThat(look(before).changedSince(before)).isEmpty();
        assertThat(look(before.aged()).changedSince(before.aged())).isEmpty();
    }

    @Test
    void tellsWhatChangedWhileItWasRead() throws IOException {
        Instant reading = Instant.now().minusSeconds(1);
        Path gone = write("a", "one");
        Look read = look(Look.none());

        Files.delete(gone);
        Path come = write("b", "two");
        Look known = look(read).asOf(read, reading);

        assertThat(look(known).changedSince(known)).containsExactly(gone, come);
    }

    @Test
    void tellsThatAFileIsInTheMiddleOfBeingWritten() throws IOException {
        Path file = write("a", "one");
        Look before = look(Look.none());
        write("a", "");
        assertThat(look(before).isInTheMiddleSince(before)).isTrue();
        Files.delete(file);
        assertThat(look(before).isInTheMiddleSince(before)).isTrue();
        write("a", "two");
        assertThat(look(before).isInTheMiddleSince(before)).isFalse();
    }
}
