package plumbline.contract.validation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Place;

/**
 * One departure of a message from the contract.
 *
 * @param rule the schema keyword that is broken, or {@code status}, {@code mediaType}, {@code header}, {@code body},
 *     {@code style}, {@code duplicate}, {@code discriminator}, {@code contentType}, {@code xmlName} or {@code security};
 *     for a body that cannot be read {@code json}, {@code xml}, {@code form}, {@code multipart} or {@code text}; for a
 *     value that is not judged to its end {@code undecided}
 * @param location where in the message
 * @param message what is wrong, as a sentence without its full stop
 * @param expected what the contract asks for, short
 * @param actual what came, short
 * @param contractPlace where in the contract that is said; null if it follows from the standard alone
 */
public record Violation(
        String rule,
        Location location,
        String message,
        String expected,
        String actual,
        @Nullable Place contractPlace) {
    static final String UNDECIDED = "undecided";

    private static final Set<String> UNREADABLE = Set.of("json", "xml", "form", "multipart", "text");

    /** {@return this violation, told to be one of a header} */
    public Violation in(String header) {
        Location place = new Location(Location.Part.HEADER, header, location.pointer());
        return new Violation(rule, place, message, expected, actual, contractPlace);
    }

    /** {@return this violation for readers elsewhere, which names no folder of this machine} */
    public Violation withoutFolders() {
        @Nullable Place place = contractPlace == null ? null : contractPlace.withoutFolders();
        return new Violation(rule, location, message, expected, actual, place);
    }

    /** {@return the violation of what took too long to judge} */
    public static Violation undecided(Location location, Effort.UndecidedException cause, Place contractPlace) {
        return new Violation(
                UNDECIDED,
                location,
                String.valueOf(cause.getMessage()),
                "a value that can be judged",
                "",
                contractPlace);
    }

    /** {@return whether it is not known if there is a departure, as judging takes too long} */
    public boolean isUndecided() {
        return UNDECIDED.equals(rule);
    }

    /** {@return whether this says that the body, or a part of it, cannot be read at all} */
    public boolean isUnreadableBody() {
        return location.part() == Location.Part.BODY && UNREADABLE.contains(rule);
    }

    @Override
    public String toString() {
        return location + " " + message + (contractPlace == null ? "" : " [" + contractPlace + "]");
    }
}
