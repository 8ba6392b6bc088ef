package plumbline.mock.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.document.Node;
import plumbline.contract.http.Request;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.Direction;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Schema;
import plumbline.contract.parameters.Decoded;
import plumbline.contract.parameters.ParameterDecoder;
import plumbline.contract.validation.Schemas;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.mock.state.kinds.Shapes;
import plumbline.mock.state.listing.PageRequest;
import plumbline.mock.state.listing.Terms;
import plumbline.mock.state.listing.Wish;

/**
 * What a client says of the items of a list, as far as that is documented.
 *
 * @param operation the operation that lists
 * @param schemas the schemas of the contract
 * @param shapes what they say
 */
record ListWishes(Operation operation, Schemas schemas, Shapes shapes) {
    private static final int USUAL = 20;

    /** {@return all that a request says} */
    List<Wish> of(Request request) {
        List<Wish> wishes = new ArrayList<>();
        if (request.query().isEmpty()) {
            return wishes;
        }
        for (Parameter parameter : operation.parameters(Parameter.In.QUERY)) {
            ParameterDecoder decoder = new ParameterDecoder(parameter, schemas.validity(Direction.REQUEST));
            if (decoder.decode(request, Map.of()) instanceof Decoded.Value value) {
                wishes.addAll(new Wish(parameter.name(), likeliest(parameter, value)).flat());
            }
        }
        return wishes;
    }

    private JsonNode likeliest(Parameter parameter, Decoded.Value value) {
        @Nullable Schema schema = parameter.valueSchema().orElse(null);
        return value.candidates().stream()
                .filter(candidate -> schema == null || schemas.isValid(schema, Direction.REQUEST, candidate))
                .findFirst()
                .orElse(value.candidates().get(0));
    }

    /** {@return whether a wish is about the page rather than about the items} */
    boolean isOfPage(Wish wish) {
        boolean isWhole = wish.value().asString("").matches("[0-9]{1,9}");
        boolean isPlace = Terms.isLimit(wish.name()) || Terms.isOffset(wish.name()) || Terms.isNumber(wish.name());
        boolean isMoment = Terms.isTime(wish.value().asString(""));
        boolean isCursor = Terms.mayBeTime(wish.name())
                ? isWhole
                : !isMoment && (Terms.isCursor(wish.name()) || Terms.isBack(wish.name()));
        return isPlace && isWhole || isCursor;
    }

    /** {@return the parameter that tells after what a page begins} */
    Optional<Parameter> cursor() {
        return named(name -> Terms.isCursor(name) && !Terms.isSince(name))
                .or(() -> named(Terms::isSince).filter(this::isName))
                .or(() -> named(Terms::isOffset).filter(parameter -> !isNumber(parameter)));
    }

    /** {@return the parameter that tells how many items come before a page} */
    Optional<Parameter> offset() {
        return named(Terms::isOffset).filter(this::isNumber);
    }

    /** {@return the parameter that is the number of a page} */
    Optional<Parameter> number() {
        return named(Terms::isNumber).filter(this::isNumber);
    }

    private Optional<Parameter> limit() {
        return named(Terms::isLimit).filter(this::isNumber);
    }

    private Optional<Parameter> named(java.util.function.Predicate<String> test) {
        return operation.parameters(Parameter.In.QUERY).stream()
                .filter(parameter -> test.test(parameter.name()))
                .findFirst();
    }

    /** Whether a parameter takes the name of an item rather than a time. */
    private boolean isName(Parameter parameter) {
        return !Terms.mayBeTime(parameter.name()) || isNumber(parameter);
    }

    private boolean isNumber(Parameter parameter) {
        return parameter
                .valueSchema()
                .map(shapes::of)
                .filter(shape -> shape.allows(JsonType.INTEGER))
                .isPresent();
    }

    /**
     * {@return how a list is cut into pages}
     *
     * @param most how many items an answer may show
     */
    PageRequest pages(int most) {
        boolean isPaged = limit().isPresent() || cursor().isPresent() || offset().isPresent() || number().isPresent();
        int usual = limit().map(
                        parameter -> bound(parameter, "default", Math.min(bound(parameter, "maximum", USUAL), USUAL)))
                .orElse(USUAL);
        int limit = isPaged ? usual : most;
        int first = number().map(parameter ->
                        Math.min(1, Math.min(bound(parameter, "minimum", 1), bound(parameter, "default", 1))))
                .orElse(1);
        return new PageRequest(Math.max(1, Math.min(limit, most)), Math.max(0, first));
    }

    private static int bound(Parameter parameter, String keyword, int otherwise) {
        return parameter
                .valueSchema()
                .map(schema -> schema.node().resolved())
                .flatMap((Node node) -> node.get(keyword))
                .map(node -> node.value().asInt(otherwise))
                .orElse(otherwise);
    }
}
