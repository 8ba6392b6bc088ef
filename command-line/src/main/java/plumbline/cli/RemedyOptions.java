package plumbline.cli;

import plumbline.contract.document.CallerRemedy;

/** By which options users get what hints advise. */
final class RemedyOptions {
    private RemedyOptions() {}

    /** {@return what to add to a hint at a remedy} */
    static String of(CallerRemedy remedy) {
        return " with "
                + switch (remedy) {
                    case ALLOW_REMOTE_REFERENCES -> "--allow-remote-refs";
                    case ALLOW_OUTSIDE_REFERENCES -> "--allow-outside-refs";
                    case NAME_CONTRACT -> "--contract";
                    case NAME_OLD_CONTRACT -> "--against";
                };
    }
}
