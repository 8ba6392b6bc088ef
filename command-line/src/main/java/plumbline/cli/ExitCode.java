package plumbline.cli;

import plumbline.conformance.result.Report;

/** What the process says when it ends. */
final class ExitCode {
    static final int CONFORMS = 0;

    /** A mock has been stopped. */
    static final int SERVED = 0;

    static final int VIOLATIONS = 1;
    static final int UNUSABLE = 2;
    static final int NOTHING_CHECKED = 3;

    /** A fault of Plumbline itself, as EX_SOFTWARE of sysexits.h. */
    static final int OUR_FAULT = 70;

    /** Nobody reads the standard output any more, as shells say it: 128 and SIGPIPE. */
    static final int CLOSED_PIPE = 141;

    private ExitCode() {}

    static int of(Report.Conclusion conclusion) {
        return switch (conclusion) {
            case CONFORMS -> CONFORMS;
            case VIOLATIONS -> VIOLATIONS;
            case NOTHING_CHECKED -> NOTHING_CHECKED;
            case ENDED_EARLY -> UNUSABLE;
        };
    }
}
