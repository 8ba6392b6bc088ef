package plumbline.guard.comparison.changes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kinds of changes of a schema, each of which is one rule for what clients send and one for what they get. */
public enum SchemaChange {
    TYPE_NARROWED(SchemaEffect.NARROWS),
    TYPE_WIDENED(SchemaEffect.WIDENS),
    TYPE_CHANGED(SchemaEffect.CHANGES),
    BECAME_NULLABLE(SchemaEffect.WIDENS),
    BECAME_NOT_NULLABLE(SchemaEffect.NARROWS),
    ENUM_INTRODUCED(SchemaEffect.NARROWS),
    ENUM_DROPPED(SchemaEffect.WIDENS),
    ENUM_VALUE_ADDED(SchemaEffect.WIDENS),
    ENUM_VALUE_REMOVED(SchemaEffect.NARROWS),
    BOUND_TIGHTENED(SchemaEffect.NARROWS),
    BOUND_LOOSENED(SchemaEffect.WIDENS),
    BOUND_CHANGED(SchemaEffect.CHANGES),
    PATTERN_ADDED(SchemaEffect.NARROWS),
    PATTERN_REMOVED(SchemaEffect.WIDENS),
    PATTERN_CHANGED(SchemaEffect.UNKNOWN),
    FORMAT_ADDED(SchemaEffect.NARROWS),
    FORMAT_REMOVED(SchemaEffect.WIDENS),
    FORMAT_CHANGED(SchemaEffect.CHANGES),
    CUSTOM_FORMAT_CHANGED(SchemaEffect.UNKNOWN),
    CONTENT_CHANGED(SchemaEffect.UNKNOWN),
    EXTENSIBLE_VALUE_ADDED(SchemaEffect.NOTHING),
    EXTENSIBLE_VALUE_REMOVED(SchemaEffect.LOSES, SchemaEffect.NOTHING),
    XML_CHANGED(SchemaEffect.CHANGES),
    DEFAULT_CHANGED(SchemaEffect.UNKNOWN, SchemaEffect.NOTHING),
    DEPRECATED(SchemaEffect.NOTHING),

    REQUIRED_PROPERTY_ADDED(SchemaEffect.NARROWS, null),
    PROPERTY_ADDED(SchemaEffect.NOTHING),
    REQUIRED_PROPERTY_REMOVED(null, SchemaEffect.WIDENS),
    PROPERTY_REMOVED(SchemaEffect.LOSES),
    PROPERTY_REFUSED(SchemaEffect.NARROWS, null),
    PROPERTY_BECAME_REQUIRED(SchemaEffect.NARROWS),
    PROPERTY_BECAME_OPTIONAL(SchemaEffect.WIDENS),
    PROPERTY_BECAME_READ_ONLY(SchemaEffect.LOSES, null),
    PROPERTY_BECAME_WRITE_ONLY(null, SchemaEffect.LOSES),
    OBJECT_CLOSED(SchemaEffect.NARROWS),
    OBJECT_OPENED(SchemaEffect.WIDENS, SchemaEffect.OPENS),
    PROPERTY_ADDED_TO_CLOSED_OBJECT(null, SchemaEffect.OPENS),

    CHOICE_ADDED(SchemaEffect.WIDENS),
    CHOICE_REMOVED(SchemaEffect.NARROWS),
    CHOICE_INTRODUCED(SchemaEffect.NARROWS),
    CHOICE_DROPPED(SchemaEffect.WIDENS),
    DISCRIMINATOR_ADDED(SchemaEffect.NOTHING),
    DISCRIMINATOR_REMOVED(SchemaEffect.NOTHING),
    DISCRIMINATOR_CHANGED(SchemaEffect.CHANGES),
    DISCRIMINATOR_VALUE_ADDED(SchemaEffect.WIDENS, SchemaEffect.UNKNOWN),
    DISCRIMINATOR_VALUE_REMOVED(SchemaEffect.NARROWS),
    CONDITION_TIGHTENED(SchemaEffect.NARROWS),
    CONDITION_LOOSENED(SchemaEffect.WIDENS),
    CONDITION_CHANGED(SchemaEffect.UNKNOWN),
    VALUE_REFUSED(SchemaEffect.NARROWS),
    VALUE_ALLOWED(SchemaEffect.WIDENS);

    private final @Nullable SchemaEffect onRequest;
    private final @Nullable SchemaEffect onResponse;

    SchemaChange(SchemaEffect both) {
        this(both, both);
    }

    SchemaChange(@Nullable SchemaEffect onRequest, @Nullable SchemaEffect onResponse) {
        this.onRequest = onRequest;
        this.onResponse = onResponse;
    }

    /** {@return whether there are such changes on this side} */
    boolean isFor(MessageSide side) {
        return effect(side) != null;
    }

    private @Nullable SchemaEffect effect(MessageSide side) {
        return side == MessageSide.RESPONSE ? onResponse : onRequest;
    }

    /** {@return what a value shows of a change of this kind: that it breaks clients} */
    public static Proven proven(ChangeKind kind, MessageSide side, String example) {
        SchemaEffect effect = side == MessageSide.RESPONSE ? SchemaEffect.WIDENS : SchemaEffect.NARROWS;
        boolean isKnown = kind.impact() == Impact.BREAKING;
        return new Proven(Impact.BREAKING, isKnown ? kind.consequence() : effect.consequence(side), example);
    }

    /** {@return that all values which are listed show that a change breaks none} */
    public static Proven disproven(MessageSide side) {
        SchemaEffect effect = side == MessageSide.RESPONSE ? SchemaEffect.NARROWS : SchemaEffect.WIDENS;
        return new Proven(Impact.COMPATIBLE, effect.consequence(side), "");
    }

    public ChangeKind on(MessageSide side) {
        SchemaEffect effect = Objects.requireNonNull(effect(side), name());
        return new ChangeKind(side + "-" + ChangeKind.id(this), effect.impact(side), effect.consequence(side));
    }
}
