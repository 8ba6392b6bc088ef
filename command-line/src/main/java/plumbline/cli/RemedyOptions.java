package plumbline.cli;

import java.util.function.UnaryOperator;
import plumbline.conformance.result.RunSetting;
import plumbline.contract.document.CallerRemedy;

/** By which options users get what hints advise. */
final class RemedyOptions {
    private RemedyOptions() {}

    /** {@return how texts of a run are told here} */
    static UnaryOperator<String> words() {
        return RunSetting.called(setting -> switch (setting) {
            case WRITES -> "--allow-writes";
            case CREDENTIALS -> "--user, --bearer, --api-key or --header";
            case USER -> "--user";
            case TOKEN -> "--bearer";
            case KEY -> "--api-key";
            case HEADER -> "--header";
            case VALUE -> "--set";
            case RATE -> "--rate";
            case TIMEOUT -> "--timeout";
            case AUTHORITIES -> "--cacert";
            case CERTIFICATE -> "--cert";
            case INSECURE -> "--insecure";
            case PROOF -> "--prove";
            case DETAIL -> "--verbose";
        });
    }

    /** {@return what to add to a hint at a remedy} */
    static String of(CallerRemedy remedy) {
        return " with "
                + switch (remedy) {
                    case ALLOW_REMOTE_REFERENCES -> "--allow-remote-refs";
                    case ALLOW_OUTSIDE_REFERENCES -> "--allow-outside-refs";
                    case ALLOW_MORE_TIME -> "--contract-timeout";
                    case NAME_CONTRACT -> "--contract";
                    case NAME_OLD_CONTRACT -> "--against";
                };
    }
}
