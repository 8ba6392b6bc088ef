package plumbline.guard.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.contract.document.Document;
import plumbline.contract.document.Place;
import plumbline.text.PlainText;

/** Shows places as they stand in the text. */
final class Excerpts {
    private static final int WIDTH = 100;
    private static final int BEFORE = 60;

    private final Map<String, Document> documents;
    private final Map<String, List<String>> lines = new HashMap<>();

    Excerpts(Map<String, Document> documents) {
        this.documents = documents;
    }

    /** {@return the line of a place and a caret below its column; nothing if the text cannot be had} */
    List<String> of(Place place) {
        List<String> text = lines.computeIfAbsent(place.file(), this::read);
        if (place.line() == 0 || place.line() > text.size()) {
            return List.of();
        }
        String line = text.get(place.line() - 1).replace('\t', ' ');
        int column = Math.max(0, Math.min(place.column() - 1, line.length()));
        int start = line.length() <= WIDTH ? 0 : whole(line, Math.max(0, column - BEFORE));
        String shown = PlainText.beginning(line.substring(start), WIDTH);
        String number = Integer.toString(place.line());
        return List.of(number + " | " + shown, " ".repeat(number.length()) + " | " + " ".repeat(column - start) + "^");
    }

    /** A place that does not stand between the halves of a character that takes two. */
    private static int whole(String line, int place) {
        return place < line.length() && Character.isLowSurrogate(line.charAt(place)) ? place + 1 : place;
    }

    /** Files of fixtures, and documents that cannot be read, are not among those that were read. */
    private List<String> read(String file) {
        Document document = documents.get(file);
        if (document != null) {
            return document.lines();
        }
        try {
            Path path = Path.of(file);
            return Files.isRegularFile(path) ? Files.readAllLines(path) : List.of();
        } catch (MalformedInputException | InvalidPathException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
