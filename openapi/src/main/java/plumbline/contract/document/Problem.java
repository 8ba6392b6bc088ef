package plumbline.contract.document;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a document.
 *
 * @param severity whether the document can be used all the same
 * @param topic what it is about
 * @param place where it stands
 * @param message what is wrong, as a sentence without its full stop
 * @param hint how to mend it; may be empty
 * @param remedy what whoever reads the document can do about it; null if nothing, or if only its author can
 * @param subject the name of what is wrong, where its place alone does not tell; may be empty
 */
public record Problem(
        Severity severity,
        Topic topic,
        Place place,
        String message,
        String hint,
        @Nullable CallerRemedy remedy,
        String subject) {
    /** How much a problem matters. */
    public enum Severity {
        /** The document cannot be used. */
        ERROR,
        /** The document can be used, but something in it will not work as meant. */
        WARNING
    }

    public static Problem error(Place place, String message, String hint) {
        return new Problem(Severity.ERROR, Topic.STRUCTURE, place, message, hint, null, "");
    }

    public static Problem warning(Place place, String message, String hint) {
        return new Problem(Severity.WARNING, Topic.STRUCTURE, place, message, hint, null, "");
    }

    /** {@return this problem, told to be about something} */
    public Problem about(Topic other) {
        return new Problem(severity, other, place, message, hint, remedy, subject);
    }

    /** {@return this problem, told to be one of something that has this name} */
    public Problem of(String name) {
        return new Problem(severity, topic, place, message, hint, remedy, name);
    }

    /** {@return this problem as one that leaves the document usable} */
    public Problem asWarning() {
        return new Problem(Severity.WARNING, topic, place, message, hint, remedy, subject);
    }

    /** {@return this problem, which ends in a hint at a remedy} */
    public Problem remediedBy(@Nullable CallerRemedy means) {
        return new Problem(severity, topic, place, message, hint, means, subject);
    }

    /**
     * {@return this problem, where its text goes on with the means to its remedy, if it has one}
     *
     * @param means such as " with --allow-remote-refs"
     */
    public Problem advised(Function<CallerRemedy, String> means) {
        if (remedy == null) {
            return this;
        }
        String more = means.apply(remedy);
        return hint.isEmpty()
                ? new Problem(severity, topic, place, message + more, hint, remedy, subject)
                : new Problem(severity, topic, place, message, hint + more, remedy, subject);
    }

    @Override
    public String toString() {
        String position = place.pointer().isEmpty() ? place.position() : place.toString();
        return position + ": " + message + (hint.isEmpty() ? "" : "; " + hint);
    }
}
