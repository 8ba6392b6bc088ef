package plumbline.mock.answer;

import plumbline.mock.answer.problem.ProblemBody;

/** A response cannot be made as ordered; answered with a problem instead. */
final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ProblemBody problem;
    private final int status;

    UnavailableException(ProblemBody problem, int status) {
        super(problem.title(), null, false, false);
        this.problem = problem;
        this.status = status;
    }

    ProblemBody problem() {
        return problem;
    }

    int status() {
        return status;
    }
}
