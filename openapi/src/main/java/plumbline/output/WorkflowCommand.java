package plumbline.output;

import plumbline.contract.document.Place;

/**
 * A command that makes GitHub show a message beside a line of a file.
 *
 * @param kind {@code error}, {@code warning} or {@code notice}
 * @param place where it is shown
 * @param title what stands above it
 * @param text the message
 */
public record WorkflowCommand(String kind, Place place, String title, String text) {
    /** {@return the command, on one line that no text can break out of} */
    public String line() {
        String where = place.equals(Place.NOWHERE) ? "" : where(place);
        return "::" + kind + " " + where + "title=" + property(title) + "::" + data(text);
    }

    private static String where(Place place) {
        return "file=" + property(place.file())
                + (place.line() == 0 ? "," : ",line=" + place.line() + ",col=" + place.column() + ",");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
