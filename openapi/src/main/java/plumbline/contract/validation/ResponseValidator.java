package plumbline.contract.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.http.BodyShape;
import plumbline.contract.http.MediaType;
import plumbline.contract.http.Response;
import plumbline.contract.json.Json;
import plumbline.contract.json.JsonException;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.ResponseSpec;

/** Judges responses, one aspect at a time. Thread-safe. */
public final class ResponseValidator {
    private final Schemas schemas;
    private final BodyValidator bodies;

    public ResponseValidator(Schemas schemas) {
        this.schemas = schemas;
        this.bodies = new BodyValidator(schemas, Direction.RESPONSE);
    }

    /** {@return all violations of a response to a request with this method} */
    public List<Violation> validate(Operation operation, String method, Response response) {
        List<Violation> violations = new ArrayList<>(status(operation, response));
        violations.addAll(mediaType(operation, method, response));
        violations.addAll(headers(operation, response));
        List<Violation> json = json(operation, method, response);
        violations.addAll(json.isEmpty() ? body(operation, method, response) : json);
        return violations;
    }

    /** {@return whether the status is documented} */
    public List<Violation> status(Operation operation, Response response) {
        if (operation.response(response.status()).isPresent()) {
            return List.of();
        }
        String documented = String.join(
                ", ", operation.responses().stream().map(ResponseSpec::key).toList());
        return List.of(new Violation(
                "status",
                Location.status(),
                "is not documented",
                "one of " + documented,
                Integer.toString(response.status()),
                operation.node().placeOf("/responses")));
    }

    /** {@return whether the media type is documented, if the response has content and the contract describes any} */
    public List<Violation> mediaType(Operation operation, String method, Response response) {
        Optional<ResponseSpec> spec = described(operation, method, response);
        if (spec.isEmpty() || content(spec.get(), response).isPresent()) {
            return List.of();
        }
        String declared = response.headers().first("Content-Type").orElse("");
        if (declared.isEmpty() && response.body().isEmpty()) {
            return List.of();
        }
        return List.of(new Violation(
                "mediaType",
                Location.header("Content-Type"),
                declared.isEmpty() ? "is missing" : "names a media type that is not documented",
                "one of "
                        + spec.get().content().stream()
                                .map(type -> type.mediaType().toString())
                                .toList(),
                declared.isEmpty() ? "none" : declared,
                spec.get().node().placeOf("/content")));
    }

    /** {@return whether the documented headers are as documented} */
    public List<Violation> headers(Operation operation, Response response) {
        Optional<ResponseSpec> spec = operation.response(response.status());
        if (spec.isEmpty()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        for (Parameter header : spec.get().headers()) {
            violations.addAll(new ParameterValidator(header, schemas).validate(response.headers()));
        }
        return violations;
    }

    /** {@return whether a body that says it is JSON is strictly so} */
    public List<Violation> json(Operation operation, String method, Response response) {
        Optional<MediaType> type = response.headers().first("Content-Type").flatMap(MediaType::parse);
        if (isBodiless(method, response) || type.isEmpty() || !type.get().isJson()) {
            return List.of();
        }
        Optional<ResponseSpec> spec = operation.response(response.status());
        Optional<MediaTypeSpec> content = spec.flatMap(found -> content(found, response));
        if (content.isPresent()) {
            return bodies.faults(content.get(), type.get(), response.body());
        }
        if (response.body().isEmpty()) {
            return List.of();
        }
        try {
            Json.read(response.body().bytes());
            return List.of();
        } catch (JsonException e) {
            return List.of(undocumentedFault(operation, e));
        }
    }

    private static Violation undocumentedFault(Operation operation, JsonException fault) {
        return new Violation(
                "json",
                Location.body(),
                "says that it is JSON but is not: " + fault.getMessage(),
                "one JSON value in UTF-8 (RFC 8259)",
                "line " + fault.line() + ", column " + fault.column(),
                operation.node().place());
    }

    /** {@return whether the body is there and obeys its schema; one that is not strict JSON is not judged here} */
    public List<Violation> body(Operation operation, String method, Response response) {
        Optional<ResponseSpec> spec = described(operation, method, response);
        if (spec.isEmpty()) {
            return List.of();
        }
        Optional<MediaType> type = response.headers().first("Content-Type").flatMap(MediaType::parse);
        // A text may be empty, if its schema allows that.
        boolean mayBeEmpty = type.filter(text -> text.shape() == BodyShape.TEXT).isPresent();
        if (response.body().isEmpty()
                && !mayBeEmpty
                && spec.get().content().stream().allMatch(content -> content.schema() != null)) {
            return List.of(missing(spec.get()));
        }
        Optional<MediaTypeSpec> content = content(spec.get(), response);
        if (type.isEmpty() || content.isEmpty()) {
            return List.of();
        }
        return bodies.validate(content.get(), type.get(), response.body()).stream()
                .filter(violation -> !type.get().isJson() || !"json".equals(violation.rule()))
                .toList();
    }

    private static Violation missing(ResponseSpec spec) {
        return new Violation(
                "body",
                Location.body(),
                "is empty, but documented with a schema",
                "a body",
                "none",
                spec.node().placeOf("/content"));
    }

    /** The documented response whose content must be met; none where no content can come or none is described. */
    private static Optional<ResponseSpec> described(Operation operation, String method, Response response) {
        return isBodiless(method, response)
                ? Optional.empty()
                : operation
                        .response(response.status())
                        .filter(spec -> !spec.content().isEmpty());
    }

    private static boolean isBodiless(String method, Response response) {
        return "HEAD".equals(method) || Response.isBodiless(response.status());
    }

    private static Optional<MediaTypeSpec> content(ResponseSpec spec, Response response) {
        return response.headers()
                .first("Content-Type")
                .flatMap(MediaType::parse)
                .flatMap(type -> MediaTypeSpec.covering(spec.content(), type));
    }
}
