package plumbline.mock.record;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Replaces the same by the same, so that who is one person stays one. */
final class Replacing {
    private static final List<String> FIRST_NAMES = List.of(
            "Ada", "Ben", "Carla", "David", "Emma", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Leo", "Mira",
            "Nils", "Olga", "Paul", "Rosa", "Simon", "Tilda", "Viktor");
    private static final List<String> LAST_NAMES = List.of(
            "Abel", "Berger", "Castro", "Dahl", "Egger", "Falk", "Graf", "Hagen", "Ivers", "Jansen", "Keller", "Lindt",
            "Moser", "Nowak", "Olsen", "Peters", "Quast", "Richter", "Sander", "Thiel");

    String firstName(String text) {
        return pick(FIRST_NAMES, text);
    }

    String lastName(String text) {
        return pick(LAST_NAMES, text);
    }

    /** {@return a name whose parts are what its parts alone are replaced by} */
    String fullName(String text) {
        String[] words = text.trim().split("\\s+");
        String first = firstName(words[0]);
        return words.length == 1
                ? first
                : first + " " + Stream.of(words).skip(1).map(this::lastName).collect(Collectors.joining(" "));
    }

    String login(String text) {
        return "user" + String.format("%06x", random(text).nextInt(1 << 24));
    }

    /** Names in capitals stay so, and no name stays itself. */
    private String pick(List<String> names, String text) {
        int at = random(text).nextInt(names.size());
        String name = names.get(at).equalsIgnoreCase(text) ? names.get((at + 1) % names.size()) : names.get(at);
        boolean isLoud = text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
        return isLoud ? name.toUpperCase(Locale.ROOT) : name;
    }

    /** {@return chance that is the same for the same text, in any case} */
    Random random(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.toLowerCase(Locale.ROOT).strip().getBytes(StandardCharsets.UTF_8));
            return new Random(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
