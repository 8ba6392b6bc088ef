package plumbline.conformance.causes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.finding.Finding;

/**
 * The name of what findings have in common: the check, the place in the contract, and the kind of difference. It is the same
 * in every run, whatever the operation, the value or the words of a message, so that users can keep it.
 *
 * @param check the id of the check
 * @param mark six hexadecimal digits that stand for the rest
 */
public record CauseId(String check, String mark) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z-]*)-([0-9a-f]{6})");
    private static final int MARK = 6;

    /** {@return the cause of a finding} */
    public static CauseId of(Finding finding) {
        Trait trait = Trait.of(finding);
        String text = String.join("\n", finding.check(), trait.place(), trait.kind());
        return new CauseId(
                finding.check(), HexFormat.of().formatHex(digest(text)).substring(0, MARK));
    }

    /**
     * {@return the JSON pointer of the place in the contract that a finding is about, where one cause has many such places;
     * empty where the cause says all}
     */
    public static String spot(Finding finding) {
        return Trait.spot(finding);
    }

    /** {@return the id that is written so, as in {@code schema-3f9a2c}; nothing if none can be} */
    public static Optional<CauseId> parse(String text) {
        Matcher form = FORM.matcher(text.trim());
        return form.matches() ? Optional.of(new CauseId(form.group(1), form.group(2))) : Optional.empty();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return check + "-" + mark;
    }
}
