package plumbline.conformance.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.conformance.proof.Constraint.Kind;
import plumbline.conformance.proof.Constraint.Use;
import plumbline.contract.document.Node;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.RequestBodySpec;
import plumbline.contract.operation.ResponseSpec;
import plumbline.contract.operation.Schema;

/** Lists all that operations promise about answers. */
final class ContractConstraints {
    private final Map<String, Constraint> constraints = new LinkedHashMap<>();
    private final SchemaConstraints responses = new SchemaConstraints(constraints, Direction.RESPONSE);
    private final SchemaConstraints requests = new SchemaConstraints(constraints, Direction.REQUEST);

    private ContractConstraints() {}

    static Map<String, Constraint> of(List<Operation> operations) {
        ContractConstraints all = new ContractConstraints();
        for (Operation operation : operations) {
            operation.responses().forEach(response -> all.response(operation, response));
            all.operation(operation);
        }
        return all.constraints;
    }

    private void response(Operation operation, ResponseSpec spec) {
        Use use = new Use(operation, spec.key());
        String what = spec.key() + " of " + operation.id();
        boolean anyStatus = operation.response("default").isPresent();
        if (!anyStatus) {
            add(Kind.STATUS, id(Kind.STATUS, use, ""), "status " + what, spec.node(), use);
        }
        boolean anyType = spec.content().stream()
                .anyMatch(type -> "*/*".equals(type.mediaType().toString()));
        for (MediaTypeSpec type : spec.content()) {
            String name = type.mediaType().toString();
            if (!anyType) {
                add(
                        Kind.MEDIA_TYPE,
                        id(Kind.MEDIA_TYPE, use, name),
                        "media type " + name + ", " + what,
                        type.node(),
                        use);
            }
            if (type.mediaType().isJson()) {
                add(Kind.SYNTAX, id(Kind.SYNTAX, use, name), "syntax of " + name + ", " + what, type.node(), use);
            }
            Optional.ofNullable(type.schema()).ifPresent(schema -> responses.add(schema, use, false));
        }
        for (Parameter header : spec.headers()) {
            if (header.required()) {
                add(
                        Kind.HEADER,
                        id(Kind.HEADER, use, header.name()),
                        "required header '" + header.name() + "', " + what,
                        header.node(),
                        use);
            }
            header.valueSchema().ifPresent(schema -> responses.add(schema, use, true));
        }
    }

    private void operation(Operation operation) {
        Use use = new Use(operation, "");
        if (!operation.isOpen()) {
            Node requirement = operation.security().get(0).node();
            add(Kind.SECURITY, id(Kind.SECURITY, use, ""), "credentials for " + operation.id(), requirement, use);
        }
        for (Parameter parameter : operation.parameters()) {
            agreement(operation, parameter);
            String what = parameter.in() + " parameter '" + parameter.name() + "'";
            if (parameter.required() && parameter.in() != Parameter.In.PATH) {
                request("required " + what, parameter.node(), use);
            }
            parameter.valueSchema().ifPresent(schema -> requests.add(schema, use, true));
        }
        RequestBodySpec body = operation.body();
        if (body != null) {
            if (body.required()) {
                request("required body of " + operation.id(), body.node(), use);
            }
            body.node().get("content").ifPresent(node -> request("media type of body of " + operation.id(), node, use));
            body.content().stream()
                    .flatMap(type -> Optional.ofNullable(type.schema()).stream())
                    .forEach(schema -> requests.add(schema, use, false));
        }
    }

    /** What a response calls by the name of a path parameter is what was asked for. */
    private void agreement(Operation operation, Parameter parameter) {
        if (parameter.in() != Parameter.In.PATH) {
            return;
        }
        for (ResponseSpec spec : operation.responses()) {
            boolean returns = spec.isSuccess()
                    && spec.content().stream()
                            .flatMap(type -> Optional.ofNullable(type.schema()).stream())
                            .map(Schema::node)
                            .anyMatch(schema ->
                                    schema.resolved().members("properties").containsKey(parameter.name()));
            if (returns) {
                Use use = new Use(operation, spec.key());
                add(
                        Kind.AGREEMENT,
                        id(Kind.AGREEMENT, use, parameter.name()),
                        "'" + parameter.name() + "' as in the path, " + spec.key() + " of " + operation.id(),
                        parameter.node(),
                        use);
            }
        }
    }

    private void request(String text, Node node, Use use) {
        String id = Keyword.id(Direction.REQUEST, node.place(), "");
        add(Kind.REQUEST, id, text, node, use);
    }

    private void add(Kind kind, String id, String text, Node node, Use use) {
        constraints
                .computeIfAbsent(id, key -> Constraint.of(kind, key, text, node::place))
                .in(use);
    }

    static Constraint.Claim claim(Kind kind, Use use, String detail) {
        return use.claim(id(kind, use, detail));
    }

    private static String id(Kind kind, Use use, String detail) {
        return kind + " " + use.operation().title() + " " + use.response() + " " + detail;
    }
}
