package plumbline.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A contract whose author saves it again and again, sometimes in the midst of a word. */
final class Contract {
    private static final Path SHOP = Path.of("../mock-server/src/test/resources/living-shop.yaml");
    private static final int BROKEN = 4;

    private final Path file;
    private final String text;
    private int saved;

    private Contract(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    static Contract in(Path folder) throws IOException {
        String text = Files.readString(SHOP);
        return new Contract(Files.writeString(folder.resolve("shop.yaml"), text), text);
    }

    Path file() {
        return file;
    }

    void change() throws IOException {
        saved++;
        String changed = text.replace("title: Living shop", "title: Living shop " + saved);
        Files.writeString(file, saved % BROKEN == 0 ? changed + "  broken: [" : changed);
    }
}
