package plumbline.guard.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.document.Node;
import plumbline.contract.http.MediaType;
import plumbline.contract.json.JsonType;
import plumbline.contract.operation.MediaTypeSpec;
import plumbline.contract.operation.Operation;
import plumbline.contract.operation.Parameter;
import plumbline.contract.operation.Style;
import plumbline.guard.anatomy.Sunset;
import plumbline.guard.comparison.changes.MessageSide;
import plumbline.guard.comparison.changes.OperationChange;
import plumbline.guard.comparison.flattening.Conjunction;

/** Compares the parameters of an operation. */
record ParameterComparison(OperationDifferences differences, Operation before, Operation now) {
    private static final Set<Style> MARKED = Set.of(Style.MATRIX, Style.LABEL);

    void compare() {
        List<Parameter> added = new ArrayList<>(now.parameters());
        List<Parameter> removed = new ArrayList<>();
        for (Parameter old : before.parameters()) {
            Optional<Parameter> same = find(old);
            same.ifPresent(added::remove);
            same.ifPresentOrElse(other -> compare(old, other), () -> removed.add(old));
        }
        for (Parameter old : removed) {
            Optional<Parameter> moved = added.stream()
                    .filter(other -> other.name().equalsIgnoreCase(old.name()))
                    .findFirst();
            moved.ifPresent(added::remove);
            tellGone(old, moved);
        }
        added.forEach(this::tellAdded);
    }

    private Optional<Parameter> find(Parameter old) {
        String name = old.in() == Parameter.In.PATH ? nameNow(old.name()) : old.name();
        return now.parameters(old.in()).stream()
                .filter(other -> other.isNamed(name))
                .findFirst();
    }

    /** Path parameters are what stands at their position, whatever their name. */
    private String nameNow(String name) {
        int position = before.template().names().indexOf(name);
        List<String> names = now.template().names();
        return position < 0 || position >= names.size() ? name : names.get(position);
    }

    static String title(Parameter parameter) {
        return parameter.in() + " parameter '" + parameter.name() + "'";
    }

    private void tellGone(Parameter old, Optional<Parameter> moved) {
        if (moved.isPresent()) {
            String what =
                    "parameter '" + old.name() + "' is sent in " + moved.get().in() + " now, it was in " + old.in();
            Node place = moved.get().node();
            differences.tell(OperationChange.REQUEST_PARAMETER_MOVED, what, old.node(), place);
        } else {
            tellGone(old);
        }
    }

    private void tellGone(Parameter old) {
        Node place = now.node().get("parameters").orElse(now.node());
        Optional<Sunset> sunset = Sunset.of(old.node()).filter(any -> old.node().flag("deprecated"));
        if (sunset.isEmpty()) {
            differences.tell(OperationChange.REQUEST_PARAMETER_REMOVED, title(old) + " is gone", old.node(), place);
            return;
        }
        differences.tell(
                sunset.get().isToCome()
                        ? OperationChange.REQUEST_PARAMETER_REMOVED_BEFORE_SUNSET
                        : OperationChange.REQUEST_PARAMETER_REMOVED_AFTER_SUNSET,
                title(old) + " is gone, which was to be there until "
                        + sunset.get().day(),
                sunset.get().node(),
                place);
    }

    private void tellAdded(Parameter other) {
        OperationChange change = other.required()
                ? OperationChange.REQUIRED_REQUEST_PARAMETER_ADDED
                : OperationChange.REQUEST_PARAMETER_ADDED;
        Node place = before.node().get("parameters").orElse(before.node());
        String what = title(other) + " is new" + (other.required() ? " and required" : "");
        differences.tell(change, what, place, other.node());
    }

    private void compare(Parameter old, Parameter other) {
        if (old.in() == Parameter.In.PATH && !old.name().equals(other.name())) {
            String what = "path parameter '" + old.name() + "' is called '" + other.name() + "' now";
            differences.tell(OperationChange.PATH_PARAMETER_RENAMED, what, old.node(), other.node());
        }
        if (old.required() != other.required()) {
            OperationChange change = other.required()
                    ? OperationChange.REQUEST_PARAMETER_BECAME_REQUIRED
                    : OperationChange.REQUEST_PARAMETER_BECAME_OPTIONAL;
            String what = title(other) + (other.required() ? " is required now" : " is no longer required");
            tell(change, what, old, other, "required");
        }
        if (other.node().flag("deprecated") && !old.node().flag("deprecated")) {
            tell(
                    OperationChange.REQUEST_PARAMETER_DEPRECATED,
                    title(other) + " is deprecated now",
                    old,
                    other,
                    "deprecated");
        }
        compareEmptyValues(old, other);
        compareLayouts(old, other);
        differences.compare(
                new OperationDifferences.Described(old.valueSchema(), old.node()),
                new OperationDifferences.Described(other.valueSchema(), other.node()),
                other.content() == null ? MessageSide.TEXT : MessageSide.REQUEST);
    }

    private void compareEmptyValues(Parameter old, Parameter other) {
        boolean allowed = old.layout().allowEmptyValue();
        if (other.in() == Parameter.In.QUERY && allowed != other.layout().allowEmptyValue()) {
            OperationChange change = allowed
                    ? OperationChange.REQUEST_PARAMETER_NEEDS_VALUE
                    : OperationChange.REQUEST_PARAMETER_NEEDS_NO_VALUE;
            String what = title(other) + " may " + (allowed ? "no longer be empty" : "be empty now");
            tell(change, what, old, other, "allowEmptyValue");
        }
    }

    private void tell(OperationChange change, String what, Parameter old, Parameter other, String keyword) {
        differences.tell(
                change,
                what,
                old.node().get(keyword).orElse(old.node()),
                other.node().get(keyword).orElse(other.node()));
    }

    private void compareLayouts(Parameter old, Parameter other) {
        Optional<MediaType> type = mediaType(old);
        Optional<MediaType> typeNow = mediaType(other);
        if (!type.equals(typeNow)) {
            tell(
                    OperationChange.REQUEST_PARAMETER_STYLE_CHANGED,
                    title(other) + " is written in another media type",
                    old,
                    other,
                    "content");
        } else if (type.isEmpty() && !areAlike(old, other)) {
            String what = title(other) + " is written in style " + text(other) + " now, it was " + text(old);
            tell(OperationChange.REQUEST_PARAMETER_STYLE_CHANGED, what, old, other, keyword(old, other));
        }
    }

    private static Optional<MediaType> mediaType(Parameter parameter) {
        return Optional.ofNullable(parameter.content()).map(MediaTypeSpec::mediaType);
    }

    private static String keyword(Parameter old, Parameter other) {
        return old.layout().style() == other.layout().style() ? "explode" : "style";
    }

    private static String text(Parameter parameter) {
        Parameter.Layout layout = parameter.layout();
        return layout.style() + (layout.explode() ? ", exploded" : "");
    }

    /** Styles differ in how they write lists and objects; single values look alike in most of them. */
    private boolean areAlike(Parameter old, Parameter other) {
        Style style = old.layout().style();
        Style styleNow = other.layout().style();
        boolean isSame =
                style == styleNow && old.layout().explode() == other.layout().explode();
        boolean isMarked = style != styleNow && (MARKED.contains(style) || MARKED.contains(styleNow));
        return isSame || !isMarked && !hasParts(old, true) && !hasParts(other, false);
    }

    private boolean hasParts(Parameter parameter, boolean isOld) {
        Conjunction schemas = Conjunction.of(
                parameter.valueSchema(), parameter.node(), isOld ? differences.before() : differences.now());
        return differences.schemas().shape(schemas).allows(JsonType.ARRAY, JsonType.OBJECT);
    }
}
