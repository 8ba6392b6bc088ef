package plumbline.mock.contracts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import plumbline.contract.Contract;
import plumbline.contract.http.MediaType;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.SecurityRequirement;
import plumbline.contract.operation.SecurityScheme;
import plumbline.contract.parameters.SchemaShape;

/** What a contract uses of the kinds of parameters, responses, contents and credentials. */
final class ContractTerms {
    private final Set<String> used = new HashSet<>();

    private ContractTerms() {}

    static Set<String> of(Contract contract) {
        ContractTerms terms = new ContractTerms();
        terms.used.add(
                "version: " + contract.version().toString().replace("V", "").replace('_', '.'));
        contract.operations().forEach(terms::operation);
        return terms.used;
    }

    private void operation(Operation operation) {
        operation.parameters().forEach(this::parameter);
        operation.responses().forEach(this::response);
        RequestBodySpec body = operation.body();
        if (body != null) {
            content(body.content());
        }
        security(operation.security());
    }

    private void parameter(Parameter parameter) {
        String text = "parameter: " + parameter.in();
        if (parameter.content() != null) {
            used.add(text + "/content");
            return;
        }
        SchemaShape shape = SchemaShape.of(parameter.valueSchema().orElseThrow());
        String kind = shape.isArray() ? "/array" : shape.isObject() ? "/object" : "/plain";
        String exploded = parameter.layout().explode() ? "/exploded" : "";
        used.add(text + "/" + parameter.layout().style() + exploded + kind);
    }

    private void response(ResponseSpec response) {
        boolean isRange = response.key().endsWith("XX");
        used.add("response: " + (response.isExact() ? "exact" : isRange ? "range" : "default"));
        content(response.content());
    }

    private void content(List<MediaTypeSpec> content) {
        if (content.isEmpty()) {
            used.add("content: none");
        }
        content.stream()
                .map(MediaTypeSpec::mediaType)
                .flatMap(ContractTerms::kinds)
                .forEach(kind -> used.add("content: " + kind));
    }

    private static Stream<String> kinds(MediaType type) {
        String kind = switch (type.subtype()) {
            case "json" -> "json";
            case "octet-stream" -> "octets";
            case "x-www-form-urlencoded" -> "form";
            case "form-data" -> "multipart";
            case "plain" -> "text";
            case "*" -> "range";
            default -> type.isJson() ? "+json" : type.isXml() ? "xml" : "other";
        };
        return type.parameters().isEmpty() ? Stream.of(kind) : Stream.of(kind, "parameters");
    }

    private void security(List<SecurityRequirement> alternatives) {
        if (alternatives.isEmpty()) {
            used.add("security: open");
        } else if (alternatives.size() > 1) {
            used.add("security: one-of");
        }
        for (SecurityRequirement alternative : alternatives) {
            if (alternative.schemes().isEmpty()) {
                used.add("security: optional");
            } else if (alternative.schemes().size() > 1) {
                used.add("security: all-of");
            }
            for (SecurityScheme scheme : alternative.schemes()) {
                boolean isKey = scheme.kind() == SecurityScheme.Kind.API_KEY;
                used.add("security: " + scheme.kind() + (isKey ? "/" + scheme.in() : ""));
            }
        }
    }
}
