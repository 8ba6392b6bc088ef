package plumbline.cli.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import plumbline.json.jackson.core.io.JsonStringEncoder;
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

    /** {@return when a request came, as it stands on its line} */
    String time(Instant time) {
        return switch (this) {
            case TEXT -> TIME.format(time.atZone(ZoneId.systemDefault()));
            case JSON -> Instant.ofEpochMilli(time.toEpochMilli()).toString();
            case OFF -> "";
        };
    }

    /**
     * {@return the line of a request, in color or without}
     *
     * @param time when it came, as it stands on the line
     */
    String line(AnsweredRequest answered, String time, boolean inColor) {
        return switch (this) {
            case TEXT -> text(answered, time, inColor);
            case JSON -> json(answered, time);
            case OFF -> "";
        };
    }

    private static String text(AnsweredRequest answered, String time, boolean inColor) {
        String status = Integer.toString(answered.status());
        return time
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

    /** A tree for each line costs more than all the rest of it. */
    private static String json(AnsweredRequest answered, String time) {
        StringBuilder json = new StringBuilder(256);
        quoted(json, "{\"time\":", time);
        quoted(json, ",\"method\":", plain(answered.method()));
        quoted(json, ",\"target\":", plain(answered.target()));
        json.append(",\"status\":").append(answered.status());
        json.append(",\"millis\":")
                .append(TimeUnit.NANOSECONDS.toMillis(answered.took().toNanos()));
        quoted(json, ",\"because\":", plain(answered.because()));
        return json.append('}').toString();
    }

    /** Adds a text without controls, which seldom holds anything to be escaped. */
    private static void quoted(StringBuilder json, String before, String text) {
        json.append(before).append('"');
        if (text.indexOf('"') < 0 && text.indexOf('\\') < 0) {
            json.append(text);
        } else {
            JsonStringEncoder.getInstance().quoteAsString(text, json);
        }
        json.append('"');
    }
}
