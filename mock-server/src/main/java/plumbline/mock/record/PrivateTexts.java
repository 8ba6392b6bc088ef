package plumbline.mock.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.contract.http.PercentCoding;

/** Finds in texts what is nobody's business: by its shape, and by having seen it elsewhere. Not thread-safe. */
final class PrivateTexts {
    private static final int SHORTEST = 4;
    private static final int MOST = 10_000;

    private static final Pattern SEGMENT = Pattern.compile("[^/]+");
    private static final Pattern NAME_OR_VALUE = Pattern.compile("[^&=]+");

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "-----BEGIN [A-Z ]*PRIVATE KEY-----.*?-----END [A-Z ]*PRIVATE KEY-----",
                    (text, replacing) -> "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----"),
            new Rule("eyJ[\\w-]{4,}\\.[\\w-]+\\.[\\w-]*", Scrambled::text),
            new Rule("(?<=(?i:Bearer|Basic) )[\\w.~+/=-]{6,}", Scrambled::text),
            new Rule("(?<=://)[^/@\\s:]+:[^/@\\s]+(?=@)", Scrambled::text),
            new Rule(
                    "(?<=(?i:[?&;](?:\\w{0,20}token|api_?key|key|sig|signature|secret|password|code|session|auth)=))[^&\\s\"]+",
                    Scrambled::text),
            new Rule("(?<=(?i:(?:password|passwd|secret|pwd|pin)[:=] ?))[^\\s,;\"']{3,}", Scrambled::text),
            new Rule(
                    "\\b(?:sk|pk|rk)_(?:live|test)_\\w{8,}|\\bgh[pousr]_\\w{16,}|\\bgithub_pat_\\w{16,}|\\bglpat-[\\w-]{16,}"
                            + "|\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b|\\bxox[abprs]-[\\w-]{8,}|\\bAIza[\\w-]{30,}|\\bSG\\.[\\w.-]{20,}"
                            + "|\\bnpm_\\w{30,}",
                    Scrambled::text),
            new Rule("[\\w.!#$%'*+^`{|}~-]+(?:@|%40)[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", PrivateKind.EMAIL::replaced),
            new Rule("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}\\b", PrivateTexts::ibanOnly),
            new Rule("(?<![\\w.-])\\d(?:[ -]?\\d){12,18}(?![\\w-])", PrivateTexts::cardOnly),
            new Rule("(?<![\\w-])\\d{3}-\\d{2}-\\d{4}(?![\\w-])", Scrambled::text),
            new Rule("(?<![\\w+])\\+\\d[\\d ()./-]{6,}\\d(?!\\w)", Scrambled::text),
            new Rule("\\(\\d{3}\\) ?\\d{3}-\\d{4}", Scrambled::text),
            new Rule("(?<![\\w.])(?!127\\.|0\\.)\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.])", Scrambled::network),
            new Rule("(?<![\\w:])(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}(?![\\w:])", Scrambled::text));

    private final Replacing replacing = new Replacing();
    private final Map<String, String> known = new LinkedHashMap<>();

    /** What is found by its shape. */
    private record Rule(Pattern shape, BiFunction<String, Replacing, String> maker) {
        Rule(String shape, BiFunction<String, Replacing, String> maker) {
            this(Pattern.compile(shape, Pattern.DOTALL), maker);
        }
    }

    /** {@return what stands for a text of this kind, from now on wherever it is} */
    String replaced(PrivateKind kind, String text) {
        String replacement = kind.replaced(text, replacing);
        remember(text, replacement);
        return replacement;
    }

    /** {@return a text of the same shape, from now on wherever it is} */
    String scrambled(String text) {
        return scrambled(text, 0);
    }

    /** {@return a text of the same shape with as much of its beginning, from now on wherever it is} */
    String scrambled(String text, int kept) {
        String replacement = Scrambled.ending(text, kept, replacing);
        remember(text, replacement);
        return replacement;
    }

    /** Takes a text for harmless after all. */
    void forget(String text) {
        known.remove(text);
    }

    private void remember(String text, String replacement) {
        if (text.length() >= SHORTEST && known.size() < MOST && !text.equals(replacement)) {
            known.put(text, replacement);
        }
    }

    /** {@return a text without what is nobody's business} */
    String without(String text) {
        String told = text;
        for (Map.Entry<String, String> one : known.entrySet()) {
            if (told.contains(one.getKey())) {
                told = told.replaceAll(
                        "(?<![\\p{L}\\p{N}])" + Pattern.quote(one.getKey()) + "(?![\\p{L}\\p{N}])",
                        Matcher.quoteReplacement(one.getValue()));
            }
        }
        List<String> made = new ArrayList<>(known.values());
        for (Rule rule : RULES) {
            told = rule.shape()
                    .matcher(told)
                    .replaceAll(match -> Matcher.quoteReplacement(
                            made.contains(match.group()) ? match.group() : replaced(rule, match)));
        }
        return told;
    }

    /** {@return a path without it, which may be escaped} */
    String path(String path) {
        return escaped(path, SEGMENT);
    }

    /** {@return a query without it, which may be escaped; names stay} */
    String query(String query) {
        return escaped(query, NAME_OR_VALUE);
    }

    /** {@return a path and its query, if there is one, without it} */
    String target(String target) {
        int mark = target.indexOf('?');
        return mark < 0 ? path(target) : path(target.substring(0, mark)) + '?' + query(target.substring(mark + 1));
    }

    private String escaped(String text, Pattern parts) {
        return parts.matcher(text).replaceAll(match -> {
            String raw = match.group();
            String plain = PercentCoding.decode(raw).orElse(raw);
            String without = without(plain);
            return Matcher.quoteReplacement(without.equals(plain) ? raw : PercentCoding.encode(without));
        });
    }

    private String replaced(Rule rule, MatchResult match) {
        String replacement = rule.maker().apply(match.group(), replacing);
        remember(match.group(), replacement);
        return replacement;
    }

    private static String ibanOnly(String text, Replacing replacing) {
        return Scrambled.isIban(text) ? Scrambled.text(text, replacing) : text;
    }

    private static String cardOnly(String text, Replacing replacing) {
        return Scrambled.isCard(text) ? Scrambled.text(text, replacing) : text;
    }
}
