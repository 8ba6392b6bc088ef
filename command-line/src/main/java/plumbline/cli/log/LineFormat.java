package plumbline.cli.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import plumbline.contract.json.Json;
import plumbline.json.jackson.databind.node.JsonNodeFactory;
import plumbline.json.jackson.databind.node.ObjectNode;
import plumbline.mock.engine.journal.AnsweredRequest;
import plumbline.text.PlainText;

/** How a request is written on a line. */
public enum LineFormat {
    /** For people. */
    TEXT,
    /** For programs: an object on each line. */
    JSON,
    /** Not at all. */
    OFF;

    private static final int LONGEST = 2_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    /** {@return the line of a request, in color or without} */
    String line(AnsweredRequest answered, boolean inColor) {
        return switch (this) {
            case TEXT -> text(answered, inColor);
            case JSON -> json(answered);
            case OFF -> "";
        };
    }

    private static String text(AnsweredRequest answered, boolean inColor) {
        String status = Integer.toString(answered.status());
        return TIME.format(answered.time().atZone(ZoneId.systemDefault()))
                + " " + plain(answered.method())
                + " " + plain(answered.target())
                + " " + (inColor ? colored(color(answered.status()), status) : status)
                + " " + TimeUnit.NANOSECONDS.toMillis(answered.took().toNanos()) + "ms"
                + (answered.because().isEmpty() ? "" : " " + because(plain(answered.because()), inColor));
    }

    private static String because(String text, boolean inColor) {
        return inColor ? colored("2", text) : text;
    }

    private static String plain(String text) {
        return PlainText.printable(PlainText.excerpt(text, LONGEST));
    }

    private static String color(int status) {
        return switch (status / 100) {
            case 2 -> "32";
            case 3 -> "36";
            case 4 -> "33";
            default -> "31";
        };
    }

    private static String colored(String code, String text) {
        return "\u001B[" + code + "m" + text + "\u001B[0m";
    }

    private static String json(AnsweredRequest answered) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("time", Instant.ofEpochMilli(answered.time().toEpochMilli()).toString());
        json.put("method", plain(answered.method()));
        json.put("target", plain(answered.target()));
        json.put("status", answered.status());
        json.put("millis", TimeUnit.NANOSECONDS.toMillis(answered.took().toNanos()));
        json.put("because", plain(answered.because()));
        return new String(Json.write(json), java.nio.charset.StandardCharsets.UTF_8);
    }
}
