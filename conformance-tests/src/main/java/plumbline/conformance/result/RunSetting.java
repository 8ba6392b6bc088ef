package plumbline.conformance.result;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What whoever starts a run can set, and messages advise to. Its text is the name of the method that sets it; a door with
 * names of its own, such as a command line, puts them in their place.
 */
public enum RunSetting {
    WRITES("Target.withWrites()"),
    CREDENTIALS("Target.withUser() or Target.withHeader()"),
    VALUE("ConformanceOptions.withValue()"),
    RATE("Target.withRate()"),
    TIMEOUT("Target.withTimeout()"),
    AUTHORITIES("Connection.withAuthorities()"),
    CERTIFICATE("Connection.withCertificate()"),
    INSECURE("Connection.insecure()"),
    PROOF("Report.Extent.proof()"),
    DETAIL("Looks.Detail.VERBOSE");

    private final String method;

    RunSetting(String method) {
        this.method = method;
    }

    /** {@return a change of texts that calls every setting by another name} */
    public static UnaryOperator<String> called(Function<RunSetting, String> names) {
        return text -> {
            String told = text;
            for (RunSetting setting : values()) {
                told = told.replace(setting.method, names.apply(setting));
            }
            return told;
        };
    }

    @Override
    public String toString() {
        return method;
    }
}
