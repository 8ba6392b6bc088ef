package plumbline.mock.answer;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.Contract;
import plumbline.contract.Match;
import plumbline.contract.http.Accept;
import plumbline.contract.http.Header;
import plumbline.contract.http.Request;
import plumbline.contract.http.Response;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.validation.Violation;
import plumbline.mock.answer.problem.ProblemBody;
import plumbline.mock.answer.problem.Reason;
import plumbline.mock.answer.problem.ViolationsHeader;
import plumbline.mock.because.Because;
import plumbline.mock.life.Outcome;

/** Refuses requests with the documented response and its documented body, if there is one, else with a problem. */
final class Refusals {
    private static final int NOT_FOUND = 404;
    private static final Accept ANYTHING = new Accept(List.of());

    private final Contract contract;
    private final ResponseMaker responses;
    private final AnswerOptions options;
    private final Challenges challenges;

    Refusals(Contract contract, ResponseMaker responses, AnswerOptions options) {
        this.contract = contract;
        this.responses = responses;
        this.options = options;
        this.challenges = new Challenges(contract.title());
    }

    Response noPath(Request request) {
        String bases = String.join(
                ", ", contract.basePaths().stream().map(base -> base + "/").toList());
        if (contract.operations().isEmpty()) {
            return ProblemBody.of(
                            "no-path",
                            "No path is documented",
                            documentName() + " describes no operation, so that nothing is served.")
                    .response(404);
        }
        String near = new NearPaths(contract).hint(request).orElse("its paths start with " + bases);
        String end = near.endsWith("?") ? "" : ".";
        Response problem = ProblemBody.of(
                        "no-path",
                        "No documented path is like this one",
                        request.path() + " is not documented in " + documentName() + "; " + near + end)
                .response(404);
        return new Because("no path " + request.path() + ": " + near).on(problem);
    }

    private String documentName() {
        return contract.root().place().withoutFolders().file();
    }

    static Response wrongMethod(Request request, Set<String> allowed) {
        String list = String.join(", ", allowed);
        return ProblemBody.of(
                        "method-not-allowed",
                        "The method is not documented for this path",
                        request.path() + " is documented for " + list + ", not for " + request.method() + ".")
                .response(405)
                .withHeader("Allow", list);
    }

    Response unauthorized(Match.Found match, Request request, List<Violation> violations) {
        return refuse(match, request, Refusal.unauthorized(violations));
    }

    /** {@return a response that tells how to show credentials} */
    Response challenged(Response unauthorized, Operation operation) {
        return challenges.on(unauthorized, operation);
    }

    Response invalid(Match.Found match, Request request, List<Violation> violations) {
        return refuse(match, request, Refusal.invalid(violations));
    }

    Response unknownItem(Match.Found match, Request request) {
        return refuse(match, request, Refusal.unknownItem(request.path()));
    }

    /** {@return the refusal of what cannot be done with what is remembered} */
    Response refused(Match.Found match, Request request, Outcome.Refused refused) {
        return refuse(
                match,
                request,
                new Refusal(
                        refused.statuses(),
                        refused.status(),
                        ProblemBody.of(refused.type(), refused.title(), refused.detail())));
    }

    Response notAcceptable(Match.Found match, Request request, ProblemBody problem) {
        return refuse(match, request, Refusal.notAcceptable(problem));
    }

    /** {@return the answer of an operation that is switched to a failure} */
    Response switchedOff(Match.Found match, Request request, int status) {
        return refuse(match, request, Refusal.switchedOff(status));
    }

    /** {@return that a request cannot be judged, which is not its fault} */
    static Response undecided(List<Violation> violations) {
        String first = violations.stream()
                .filter(Violation::isUndecided)
                .map(violation -> violation.withoutFolders().toString())
                .findFirst()
                .orElse("");
        return ProblemBody.of(
                        "undecided-schema",
                        "The request takes too long to judge",
                        first + ". Say the same in fewer choices, or let the mock answer in spite of invalid requests.")
                .response(500);
    }

    static Response unreadablePreferences(List<String> faults) {
        return ProblemBody.of("unreadable-preference", "A preference cannot be read", String.join(" ", faults))
                .response(422);
    }

    private Response refuse(Match.Found match, Request request, Refusal refusal) {
        Preferences wishes = Preferences.of(request);
        ResponseSpec spec =
                refusal.documented(match.operation(), wishes.faults().isEmpty() ? wishes.code() : OptionalInt.empty());
        if (spec == null) {
            return refusal.problem().response(refusal.status());
        }
        int status = refusal.status(spec);
        try {
            return spec.content().isEmpty()
                    ? withDocumentedHeaders(refusal.problem().response(status), spec, match, request)
                    : documented(refusal, spec, request);
        } catch (UnavailableException e) {
            return e.status() == NOT_FOUND
                    ? e.problem().response(NOT_FOUND)
                    : refusal.problem().response(status);
        }
    }

    private Response documented(Refusal refusal, ResponseSpec spec, Request request) throws UnavailableException {
        int status = refusal.status(spec);
        Preferences wishes = Preferences.of(request).forRefusal(status);
        Order order = new Order(spec, status, ANYTHING, wishes, Map.of(), options.seedOf(request.target()), request);
        ProblemBody problem = refusal.problem();
        MadeResponse made = responses.refuse(order, new Reason(problem, status));
        return problem.because().on(ViolationsHeader.on(wishes.fulfilledBy(made).response(), problem.violations()));
    }

    private Response withDocumentedHeaders(Response problem, ResponseSpec spec, Match.Found match, Request request)
            throws UnavailableException {
        Order order = new Order(
                spec,
                problem.status(),
                Accept.of(request.headers()),
                Preferences.none(),
                match.pathValues(),
                options.seedOf(request.target()),
                request);
        Response merged = problem;
        for (Header header : responses.make(order).response().headers()) {
            boolean isOfBody = header.name().equals(Because.HEADER);
            merged = isOfBody ? merged : merged.withHeader(header.name(), header.value());
        }
        return merged;
    }
}
