package plumbline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTests {
    @TempDir
    private Path folder = Path.of("");

    /** How the report of something is written. */
    @FunctionalInterface
    private interface Text {
        void to(Writer writer) throws IOException;
    }

    private record Written(Text text) implements Reporting {
        @Override
        public Set<Format> formats() {
            return Set.of(Format.JSON);
        }

        @Override
        public String file(Format format) {
            return "report.json";
        }

        @Override
        public void write(Format format, Writer writer) throws IOException {
            text.to(writer);
        }
    }

    private static Reporting text(String text) {
        return new Written(writer -> writer.write(text));
    }

    private String[] files() {
        return folder.toFile().list();
    }

    @Test
    void takesThePlaceOfTheFileBefore() throws IOException {
        ReportFolder.writeFile(text("a long one"), Format.JSON, folder.resolve("report.json"));
        new ReportFolder(folder).write(text("new"), Set.of(Format.JSON));

        assertThat(folder.resolve("report.json")).hasContent("new");
        assertThat(files()).containsExactly("report.json");
    }

    @Test
    void leavesTheFileBeforeIfItCannotBeWrittenWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), "before");
        Reporting halfway = new Written(writer -> {
            writer.write("half");
            throw new IOException("No space left on device");
        });

        assertThatThrownBy(() -> ReportFolder.writeFile(halfway, Format.JSON, file))
                .isInstanceOf(IOException.class);

        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly("report.json");
    }

    @Test
    void writesThroughALinkToTheFileItLeadsTo() throws IOException {
        Path file = Files.writeString(folder.resolve("real.json"), "before");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        ReportFolder.writeFile(text("new"), Format.JSON, link);

        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(file).hasContent("new");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void tellsOfFailuresThatAPrintWriterKeepsToItself() {
        Reporting printing = new Written(writer -> {
            PrintWriter lines = new PrintWriter(writer);
            lines.println("a line");
            lines.flush();
        });

        assertThatThrownBy(() -> ReportFolder.writeFile(printing, Format.JSON, Path.of("/dev/full")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
    }
}
