package plumbline.conformance.cases.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.conformance.cases.requests.DocumentedValues;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.operation.Parameter;

/** Leaves a parameter out, gives it twice, and gives it without a value. */
final class ParameterPresence {
    /** Whoever says this of a value means it of an empty one, too. */
    private static final Set<String> SAID = Set.of("enum", "const", "minLength", "pattern", "minItems");

    private ParameterPresence() {}

    /** Adds these cases; the given request has a right value of the parameter. */
    static void add(CoverageCase.Maker maker, Parameter parameter, Request given) {
        Request right = maker.right();
        String name = ParameterCoverage.name(parameter);
        if (parameter.required()) {
            maker.refused(
                    new CoverageCase(name + " missing", without(right, parameter), right),
                    fault -> ParameterCoverage.isOf(fault, parameter));
        }
        if (parameter.in() == Parameter.In.QUERY) {
            List<String> others = others(given, parameter);
            // Whoever lists values means them.
            boolean isListed = !DocumentedValues.of(parameter).isEmpty();
            List<String> own = own(given, parameter);
            Request twice = withQuery(
                    right, Stream.of(others, own, own).flatMap(List::stream).toList());
            maker.refused(
                    new CoverageCase(name + " twice", twice, right).mootFor(fault -> !isListed),
                    fault -> "duplicate".equals(fault.rule()));
            String emptied = PercentCoding.encode(parameter.name()) + "=";
            Request empty = withQuery(
                    right, Stream.concat(others.stream(), Stream.of(emptied)).toList());
            maker.refused(
                    new CoverageCase(name + " empty", empty, right)
                            .mootFor(fault -> !isListed && !SAID.contains(fault.rule())),
                    fault -> ParameterCoverage.isOf(fault, parameter));
        }
    }

    private static Request without(Request right, Parameter parameter) {
        return switch (parameter.in()) {
            case QUERY -> withQuery(right, others(right, parameter));
            case HEADER -> right.withHeaders(right.headers().without(parameter.name()));
            case COOKIE -> right.withoutCookie(parameter.name());
            case QUERYSTRING -> right.withQuery("");
            case PATH -> right;
        };
    }

    private static List<String> own(Request right, Parameter parameter) {
        List<String> own = new ArrayList<>(parts(right));
        own.removeAll(others(right, parameter));
        return own;
    }

    private static List<String> others(Request right, Parameter parameter) {
        return parts(right).stream()
                .filter(part -> {
                    String name = PercentCoding.decode(part.split("=", 2)[0]).orElse("");
                    return !name.equals(parameter.name()) && !name.startsWith(parameter.name() + "[");
                })
                .toList();
    }

    private static List<String> parts(Request right) {
        return right.query().isEmpty() ? List.of() : List.of(right.query().split("&", -1));
    }

    private static Request withQuery(Request right, List<String> parts) {
        return right.withQuery(String.join("&", parts));
    }
}
