package plumbline.conformance.suite;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import plumbline.conformance.cases.requests.TestData;
import plumbline.contract.Contract;
import plumbline.contract.Operation;
import plumbline.json.jackson.databind.JsonNode;

/** Finds the given values that are credentials: those of parameters that carry them, or that are documented as passwords. */
final class SecretValues {
    private SecretValues() {}

    static Set<String> of(TestData data) {
        Set<String> secret = new HashSet<>(of(data.values(), data.contract()));
        data.own().parameters().values().forEach(values -> secret.addAll(of(values, data.contract())));
        return secret;
    }

    private static Set<String> of(Map<String, JsonNode> values, Contract contract) {
        Set<String> secret = new HashSet<>();
        values.forEach((name, value) -> {
            boolean carries = contract.operations().stream()
                    .anyMatch(operation -> carriesCredentials(operation, name) || isPassword(operation, name));
            if (carries && value.isString()) {
                secret.add(value.stringValue());
            }
        });
        return secret;
    }

    private static boolean carriesCredentials(Operation operation, String name) {
        return operation.security().stream()
                .flatMap(requirement -> requirement.schemes().stream())
                .anyMatch(scheme -> name.equalsIgnoreCase(scheme.parameter()));
    }

    private static boolean isPassword(Operation operation, String name) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.isNamed(name))
                .flatMap(parameter -> parameter.valueSchema().stream())
                .anyMatch(schema ->
                        schema.node().text("format").filter("password"::equals).isPresent());
    }
}
