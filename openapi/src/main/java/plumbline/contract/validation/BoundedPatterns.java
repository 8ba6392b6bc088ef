package plumbline.contract.validation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.PatternSyntaxException;
import plumbline.contract.pattern.EcmaPattern;
import plumbline.json.networknt.schema.regex.RegularExpression;
import plumbline.json.networknt.schema.regex.RegularExpressionFactory;

/** Gives the validator our patterns: with the meaning of ECMA-262, and bounded in time. */
final class BoundedPatterns implements RegularExpressionFactory {
    private final Map<String, RegularExpression> known = new ConcurrentHashMap<>();

    @Override
    public RegularExpression getRegularExpression(String expression) {
        return known.computeIfAbsent(expression, BoundedPatterns::compile);
    }

    /** A pattern that cannot be compiled is reported when the contract is read; it constrains nothing. */
    private static RegularExpression compile(String expression) {
        try {
            return EcmaPattern.compile(expression)::isFoundIn;
        } catch (PatternSyntaxException e) {
            return text -> true;
        }
    }
}
