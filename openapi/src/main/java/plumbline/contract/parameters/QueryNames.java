package plumbline.contract.parameters;

import java.util.Set;
import java.util.TreeSet;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.SecurityScheme;

/**
 * The names that an operation has a use for in queries.
 *
 * @param operation the operation
 * @param claimed its parameters, the properties of those that are spread, and its keys
 */
public record QueryNames(Operation operation, Set<String> claimed) {
    public QueryNames {
        claimed = Set.copyOf(claimed);
    }

    /** {@return the names that an operation describes} */
    public static QueryNames of(Operation operation) {
        Set<String> claimed = new TreeSet<>();
        for (Parameter parameter : operation.parameters(Parameter.In.QUERY)) {
            claimed.add(parameter.name());
            if (parameter.layout().explode()) {
                parameter
                        .valueSchema()
                        .map(SchemaShape::of)
                        .map(SchemaShape::propertyNames)
                        .ifPresent(claimed::addAll);
            }
        }
        operation.security().stream()
                .flatMap(requirement -> requirement.schemes().stream())
                .filter(scheme -> scheme.in() == Parameter.In.QUERY)
                .map(SecurityScheme::parameter)
                .forEach(claimed::add);
        return new QueryNames(operation, claimed);
    }

    /** {@return whether a part of a query of this name means nothing to any parameter that names what it takes} */
    public boolean isFree(String sent) {
        int bracket = sent.indexOf('[');
        return !claimed.contains(sent)
                && (bracket < 0 || !claimed.contains(sent.substring(0, bracket)))
                && !operation.template().fixes(sent);
    }
}
