package plumbline.contract.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plumbline.contract.body.Bodies;
import plumbline.contract.body.Content;
import plumbline.contract.body.reading.BodyFault;
import plumbline.contract.body.reading.BodyReading;
import plumbline.contract.http.Body;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.TextReader;
import plumbline.contract.validation.RequestValidator.JudgedBody;
import plumbline.json.jackson.databind.JsonNode;

/**
 * Judges the content of a body whose media type is documented.
 *
 * @param schemas the schemas of the contract
 * @param direction the direction of the message
 */
record BodyValidator(Schemas schemas, Direction direction) {
    private static final List<String> OF_WHOLES =
            List.of("allOf", "anyOf", "oneOf", "not", "if", "dependentSchemas", "$dynamicRef", "enum", "const");

    List<Violation> validate(MediaTypeSpec spec, MediaType type, Body body) {
        return validate(spec, type, body, JudgedBody.unknown());
    }

    List<Violation> validate(MediaTypeSpec spec, MediaType type, Body body, JudgedBody known) {
        Content content = new Content(spec, type);
        TextReader reader = reader();
        List<Violation> first = null;
        Predicate<String> isOfUse = property -> true;
        do {
            BodyReading reading = Bodies.read(content, body, reader);
            List<Violation> violations = violations(spec, reading, known);
            if (violations.isEmpty() || !reading.faults().isEmpty()) {
                return violations;
            }
            if (first == null) {
                first = violations;
                isOfUse = worthAnotherReading(content, violations);
            }
        } while (reader.advance(isOfUse));
        return first;
    }

    /**
     * {@return tells the properties of which another reading may have none of these violations: where each property of a form is
     * judged by itself, the wrong ones alone}
     */
    private Predicate<String> worthAnotherReading(Content content, List<Violation> violations) {
        Schema schema = content.spec().schema();
        if (schema == null || !content.type().isForm() || !isJudgedByProperty(schemas.rewritten(schema, direction))) {
            return property -> true;
        }
        Set<String> wrong = new HashSet<>();
        for (Violation violation : violations) {
            List<String> tokens = Pointers.tokens(violation.location().pointer());
            if (tokens.isEmpty()) {
                return property -> false;
            }
            wrong.add(tokens.get(0));
        }
        return wrong::contains;
    }

    /** Whether what is wrong with one property has nothing to do with the value of another. */
    private boolean isJudgedByProperty(JsonNode rewritten) {
        boolean isPlain = OF_WHOLES.stream().noneMatch(rewritten::has);
        JsonNode reference = rewritten.path("$ref");
        return isPlain && (!reference.isString() || isJudgedByProperty(schemas.referenced(reference.stringValue())));
    }

    /** {@return why the body cannot be read as its media type is documented} */
    List<Violation> faults(MediaTypeSpec spec, MediaType type, Body body) {
        return Bodies.read(new Content(spec, type), body, reader()).faults().stream()
                .map(BodyValidator::violation)
                .toList();
    }

    private TextReader reader() {
        return new TextReader(schemas.validity(direction));
    }

    private List<Violation> violations(MediaTypeSpec spec, BodyReading reading, JudgedBody known) {
        List<Violation> violations = new ArrayList<>(0);
        reading.faults().forEach(fault -> violations.add(violation(fault)));
        reading.parts().forEach(part -> violations.addAll(headers(part)));
        JsonNode value = reading.value();
        if (value == null) {
            return violations;
        }
        for (Violation violation : judge(spec, value, known)) {
            if (!isConsequence(violation, reading.faults())) {
                violations.add(violation);
            }
        }
        return violations;
    }

    private List<Violation> judge(MediaTypeSpec spec, JsonNode value, JudgedBody known) {
        List<Violation> violations = new ArrayList<>(0);
        @Nullable Schema schema = spec.schema();
        if (schema != null) {
            violations.addAll(
                    known.tellsOf(schema, value)
                            ? known.violations()
                            : schemas.violations(schema, direction, value, Location.body()));
        }
        @Nullable Schema item = spec.itemSchema();
        if (item != null) {
            for (int i = 0; i < value.size(); i++) {
                Location place = Location.body().at("/" + i);
                violations.addAll(schemas.violations(item, direction, value.get(i), place));
            }
        }
        return violations;
    }

    /** What could not be read was sent nonetheless, so it is not missing. */
    private static boolean isConsequence(Violation violation, List<BodyFault> faults) {
        return "required".equals(violation.rule())
                && faults.stream()
                        .anyMatch(fault -> (violation.location().pointer() + "/" + lastToken(fault.pointer()))
                                        .equals(fault.pointer())
                                && violation.expected().equals("property '" + name(fault.pointer()) + "'"));
    }

    private static String lastToken(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static String name(String pointer) {
        return lastToken(pointer).replace("~1", "/").replace("~0", "~");
    }

    private List<Violation> headers(BodyReading.PartHeaders part) {
        List<Violation> violations = new ArrayList<>();
        for (Parameter header : part.encoding().headers()) {
            List<Violation> found = direction == Direction.REQUEST
                    ? new ParameterValidator(header, schemas).validatePart(part.headers())
                    : new ParameterValidator(header, schemas).validate(part.headers());
            for (Violation violation : found) {
                violations.add(new Violation(
                        violation.rule(),
                        Location.body().at(part.pointer()),
                        "has in its part a " + violation.location() + " that " + violation.message(),
                        violation.expected(),
                        violation.actual(),
                        violation.contractPlace()));
            }
        }
        return violations;
    }

    private static Violation violation(BodyFault fault) {
        return new Violation(
                fault.rule(),
                Location.body().at(fault.pointer()),
                fault.message(),
                fault.expected(),
                fault.actual(),
                fault.node().place());
    }
}
