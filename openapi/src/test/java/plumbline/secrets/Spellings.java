package plumbline.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import plumbline.contract.http.PercentCoding;

/** The ways in which servers write what they were told. */
final class Spellings {
    private static final HexFormat HEX = HexFormat.of();

    private Spellings() {}

    static Map<String, String> of(String secret) {
        Map<String, String> all = new LinkedHashMap<>();
        byte[] octets = secret.getBytes(UTF_8);
        String json = json(secret);
        String unicode = points(secret, unit -> String.format("\\u%04x", unit));
        String percent = PercentCoding.encode(secret);
        String form = URLEncoder.encode(secret, UTF_8);
        String markup = markup(secret);
        String base64 = Base64.getEncoder().encodeToString(octets);
        all.put("plain", secret);
        all.put("upper case", secret.toUpperCase(Locale.ROOT).replace('É', 'é'));
        all.put("JSON", json);
        all.put("JSON with slashes escaped", json.replace("/", "\\/"));
        all.put(
                "JSON for HTML",
                json.replace("&", "\\u0026").replace("<", "\\u003c").replace("'", "\\u0027"));
        all.put("JSON, all escaped", unicode);
        all.put("JSON in JSON", json(json));
        all.put("all escaped in JSON", json(unicode));
        all.put("percent", percent);
        all.put("percent in lower case", percent.toLowerCase(Locale.ROOT));
        all.put("percent twice", PercentCoding.encode(percent));
        all.put("all percent", octets(octets, "%%%02X"));
        all.put("form", form);
        all.put("form in JSON", json(form));
        all.put("JSON in form", URLEncoder.encode(json, UTF_8));
        all.put("HTML", markup);
        all.put("HTML with numbers", points(secret, unit -> "&#" + unit + ";"));
        all.put("HTML with hexadecimal numbers", points(secret, unit -> String.format("&#x%X;", unit)));
        all.put("HTML twice", markup(markup));
        all.put("JSON in HTML", markup(json));
        all.put("HTML in JSON", json(markup).replace("&", "\\u0026"));
        all.put("Base64", base64);
        all.put("Base64 for URLs", Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
        all.put("Base64 after one more", base64("u" + secret));
        all.put("Base64 amid others", base64("no:" + secret + "!"));
        all.put("Base64 after five", base64("\u0001\u0002\u0003\u0004\u0005" + secret + "\u0007"));
        all.put("Base64 in a URL", PercentCoding.encode(base64));
        all.put("Base64 of JSON", base64("{\"k\":\"" + json + "\"}"));
        all.put("Base64 of percent", base64("k=" + percent));
        all.put("Base64 twice", base64(base64));
        all.put("Base64 of mails", Base64.getMimeEncoder().encodeToString(("x".repeat(70) + secret).getBytes(UTF_8)));
        all.put("Base64 with its name before", "/login/" + base64);
        all.put("hexadecimal", HEX.formatHex(octets));
        all.put("hexadecimal in upper case", HEX.withUpperCase().formatHex(octets));
        all.put("hexadecimal with colons", HexFormat.ofDelimiter(":").formatHex(octets));
        all.put("hexadecimal after a digit", "7" + HEX.formatHex(octets));
        all.put("escapes of programs", octets(octets, "\\x%02x"));
        all.put("mail", octets(octets, "=%02X"));
        all.put("doubled quotes", secret.replace("'", "''"));
        all.put("taken for another encoding", new String(secret.getBytes(ISO_8859_1), UTF_8));
        all.put("cut off", secret.substring(0, secret.length() - 2) + "...");
        all.put("JSON cut off", unicode.substring(0, unicode.length() - 3) + "...");
        return all;
    }

    private static String points(String text, IntFunction<String> written) {
        return text.chars().mapToObj(written).collect(Collectors.joining());
    }

    private static String octets(byte[] octets, String format) {
        StringBuilder all = new StringBuilder();
        for (byte octet : octets) {
            all.append(String.format(format, octet));
        }
        return all.toString();
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String markup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
