package plumbline.conformance.checks.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import plumbline.conformance.Check;
import plumbline.conformance.CheckId;
import plumbline.conformance.Exchange;
import plumbline.conformance.Expectation;
import plumbline.conformance.Success;
import plumbline.conformance.checks.scope.Scope;
import plumbline.conformance.stories.BodyForm;
import plumbline.contract.Contract;
import plumbline.contract.http.PercentCoding;
import plumbline.contract.http.Request;
import plumbline.contract.json.Pointers;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.parameters.SchemaShape;
import plumbline.contract.parameters.TextValues;
import plumbline.contract.resources.Resources;
import plumbline.contract.resources.Role;
import plumbline.contract.resources.Showing;
import plumbline.contract.validation.RequestValidator;
import plumbline.contract.validation.Schemas;
import plumbline.finding.Finding;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.MissingNode;

/** Where a response has a property with the name of a path parameter, it has the value that was asked for. */
final class PathValueReturned implements Check {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final Contract contract;
    private final RequestValidator requests;
    private final Resources resources;
    private final Schemas schemas;

    PathValueReturned(Contract contract, Resources resources, Schemas schemas) {
        this.contract = contract;
        this.schemas = schemas;
        this.requests = new RequestValidator(schemas);
        this.resources = resources;
    }

    @Override
    public CheckId id() {
        return CheckId.PATH_VALUE_RETURNED;
    }

    @Override
    public Judgement judge(Exchange exchange) {
        if (!Scope.isOfOperation(exchange) || !Success.hasContent(exchange.status())) {
            return Judgement.notApplied();
        }
        Optional<JsonNode> body = Scope.json(exchange.response()).filter(JsonNode::isObject);
        if (body.isEmpty()) {
            return Judgement.notApplied();
        }
        Map<String, String> asked = pathValues(exchange.subject().request());
        boolean applied = false;
        List<Finding> findings = new ArrayList<>();
        Operation operation = exchange.subject().operation();
        JsonNode sent = BodyForm.value(operation, exchange.subject().request()).orElseGet(MissingNode::getInstance);
        for (Parameter parameter : operation.parameters(Parameter.In.PATH)) {
            if (namesAnother(parameter, operation)) {
                continue;
            }
            JsonNode returned = body.get().path(parameter.name());
            Optional<String> value =
                    Optional.ofNullable(asked.get(parameter.name())).flatMap(PercentCoding::decode);
            if (value.filter(text -> canBe(returned, text)).isPresent()) {
                boolean isSame = value.get().equals(returned.asString());
                applied |= isSame;
                // Whoever is told another name may take that.
                JsonNode told = sent.path(parameter.name());
                boolean isRenamed = told.isValueNode() && told.asString("").equals(returned.asString());
                if (!isSame && !isRenamed && canBeSaid(exchange, parameter, value.get())) {
                    applied = true;
                    findings.add(finding(parameter, value.get(), returned));
                }
            }
        }
        if (!applied && exchange.subject().expectation() instanceof Expectation.NotFound) {
            return byKey(exchange, body.get(), asked);
        }
        return applied ? Judgement.of(findings) : Judgement.notApplied();
    }

    /**
     * Whether the property of this name is what another parameter names: a part has an {@code id} as the whole has. What shows
     * it says so, and what removes it may answer with the same.
     */
    private boolean namesAnother(Parameter parameter, Operation operation) {
        String pointer = Pointers.child("", parameter.name());
        return isOfNewItem(operation, pointer)
                || resources.with(operation).stream()
                        .flatMap(resource -> resource.members().stream())
                        .flatMap(member -> member.showing().stream())
                        .flatMap(showing -> showing.keys().stream())
                        .anyMatch(key -> key.pointer().equals(pointer)
                                && !key.parameter().equals(parameter.name()));
    }

    /** Whether an operation creates items whose name stands there: a new one is not called as what it is created in. */
    private boolean isOfNewItem(Operation operation, String pointer) {
        return resources
                .with(operation, Role.CREATE)
                .filter(resource -> resource.items().stream()
                        .noneMatch(item -> item.template().equals(operation.template())))
                .filter(resource -> resource.members().stream()
                        .flatMap(member -> member.showing().stream())
                        .flatMap(showing -> showing.keys().stream())
                        .anyMatch(key -> key.pointer().equals(pointer)))
                .isPresent();
    }

    /** What comes back for an unknown item and is called otherwise is another one, under whatever name its key stands. */
    private Judgement byKey(Exchange exchange, JsonNode body, Map<String, String> asked) {
        Operation operation = exchange.subject().operation();
        List<Showing.Shown> shown = resources.with(operation, Role.READ).stream()
                .flatMap(resource -> resource.membersOf(operation).stream())
                .flatMap(member -> member.showing().stream())
                .filter(showing -> !showing.keys().isEmpty())
                .flatMap(showing -> showing.items(body).stream())
                .toList();
        List<Finding> findings = new ArrayList<>();
        for (Parameter parameter : operation.parameters(Parameter.In.PATH)) {
            String value = PercentCoding.decode(asked.getOrDefault(parameter.name(), ""))
                    .orElse("");
            shown.stream()
                    .flatMap(item -> Stream.ofNullable(item.keys().get(parameter.name())))
                    .filter(returned -> canBe(returned, value) && !value.equalsIgnoreCase(returned.asString()))
                    .findFirst()
                    .ifPresent(returned -> findings.add(finding(parameter, value, returned)));
        }
        return shown.isEmpty() ? Judgement.notApplied() : Judgement.of(findings);
    }

    /** Whether a value of its type could say what a path says at all; where none can, the contract asks for another one. */
    private static boolean canBe(JsonNode returned, String asked) {
        return returned.isString()
                || returned.isNumber() && NUMBER.matcher(asked).matches()
                || returned.isBoolean() && List.of("true", "false").contains(asked);
    }

    /** Whether the answer may say what the path says: a path may take any text where answers have identifiers of one form. */
    private boolean canBeSaid(Exchange exchange, Parameter parameter, String asked) {
        return Scope.content(exchange)
                .flatMap(type -> Optional.ofNullable(type.schema()))
                .flatMap(schema -> SchemaShape.of(schema).property(parameter.name()))
                .map(property -> TextValues.candidates(asked, SchemaShape.of(property)).stream()
                        .anyMatch(value -> schemas.isValid(property, Direction.RESPONSE, value)))
                .orElse(true);
    }

    private Finding finding(Parameter parameter, String asked, JsonNode returned) {
        return id().finding("another item came back than the one that was asked for")
                .comparing("'" + asked + "', as in the path", Scope.excerpt(returned.toString()))
                .at("body at /" + parameter.name())
                .documentedAt(parameter.node().place())
                .withHint("return the item whose '" + parameter.name() + "' is in the path");
    }

    private Map<String, String> pathValues(Request request) {
        return requests.match(contract, request).fold(found -> found.pathValues(), wrongMethod -> Map.of(), Map::of);
    }
}
