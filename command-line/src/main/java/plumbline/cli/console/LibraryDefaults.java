package plumbline.cli.console;

/** Keeps libraries from loading what no command needs, which doubles the time until the mock listens, and from idling. */
public final class LibraryDefaults {
    private static final int JAVA_WITH_ONE_PROVIDER = 23;

    private LibraryDefaults() {}

    /** Sets system properties before any library is used; those of taste unless the user has. */
    public static void set() {
        // For closures in annotations, picocli starts Groovy, which REST-assured brings.
        System.setProperty("picocli.disable.closures", "true");
        // Jetty and Jackson ask which locales there are. English is all that is told, and all that there is without
        // providers; before Java 23, those of an older provider would be there instead.
        boolean isEnglishThere = Runtime.version().feature() >= JAVA_WITH_ONE_PROVIDER;
        setUnlessGiven("java.locale.providers", isEnglishThere ? "SPI" : "CLDR");
        // Groovy, in which REST-assured is written, looks up each call anew until it has been made ten thousand times.
        setUnlessGiven("groovy.indy.optimize.threshold", "50");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
