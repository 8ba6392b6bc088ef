package plumbline.conformance.cli;

import plumbline.conformance.Report;

/** What the process says when it ends. */
final class ExitCode {
    static final int CONFORMS = 0;
    static final int VIOLATIONS = 1;
    static final int UNUSABLE = 2;
    static final int NOTHING_CHECKED = 3;

    private ExitCode() {}

    static int of(Report.Conclusion conclusion) {
        return switch (conclusion) {
            case CONFORMS -> CONFORMS;
            case VIOLATIONS -> VIOLATIONS;
            case NOTHING_CHECKED -> NOTHING_CHECKED;
        };
    }
}
