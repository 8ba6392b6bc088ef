package plumbline.conformance.checks.secrecy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.json.jackson.databind.JsonNode;

/**
 * The texts that somebody reads in a body: the body itself, and, where it is JSON or markup, what stands in it once escapes
 * and entities are undone. JSON within the strings of JSON is read, too.
 */
final class Readings {
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 3;
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos|nbsp));|<br ?/?>");

    private final List<String> texts = new ArrayList<>();

    private Readings() {}

    static List<String> of(String body) {
        Readings readings = new Readings();
        readings.add(body.length() <= LONGEST ? body : body.substring(0, LONGEST), 0);
        return readings.texts;
    }

    private void add(String text, int depth) {
        texts.add(text);
        if (depth >= DEEPEST) {
            return;
        }
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[") || start.startsWith("\"")) {
            lines(text, depth);
        } else if (text.indexOf('&') >= 0 || text.indexOf('<') >= 0) {
            String plain = ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
            if (!plain.equals(text)) {
                texts.add(plain);
            }
        }
    }

    /** One JSON value, or one on each line. */
    private void lines(String text, int depth) {
        if (!json(text, depth)) {
            text.lines().filter(line -> !line.isBlank()).limit(100).forEach(line -> json(line, depth));
        }
    }

    private boolean json(String text, int depth) {
        try {
            strings(Json.read(text), depth);
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    private void strings(JsonNode value, int depth) {
        if (value.isString()) {
            add(value.stringValue(), depth + 1);
        }
        value.forEach(child -> strings(child, depth));
        value.propertyNames().forEach(texts::add);
    }

    private static String character(MatchResult found) {
        if (found.group(1) != null) {
            return character(Integer.parseInt(found.group(1), 16));
        }
        if (found.group(2) != null) {
            return character(Integer.parseInt(found.group(2)));
        }
        return switch (found.group()) {
            case "&lt;" -> "<";
            case "&gt;" -> ">";
            case "&amp;" -> "&";
            case "&quot;" -> "\"";
            case "&apos;" -> "'";
            case "&nbsp;" -> " ";
            default -> "\n";
        };
    }

    private static String character(int codePoint) {
        return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
    }
}
