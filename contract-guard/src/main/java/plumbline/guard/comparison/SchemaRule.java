package plumbline.guard.comparison;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kinds of changes of a schema, each of which is one rule for what clients send and one for what they get. */
enum SchemaRule {
    TYPE_NARROWED(Effect.NARROWS),
    TYPE_WIDENED(Effect.WIDENS),
    TYPE_CHANGED(Effect.CHANGES),
    BECAME_NULLABLE(Effect.WIDENS),
    BECAME_NOT_NULLABLE(Effect.NARROWS),
    ENUM_INTRODUCED(Effect.NARROWS),
    ENUM_DROPPED(Effect.WIDENS),
    ENUM_VALUE_ADDED(Effect.WIDENS),
    ENUM_VALUE_REMOVED(Effect.NARROWS),
    BOUND_TIGHTENED(Effect.NARROWS),
    BOUND_LOOSENED(Effect.WIDENS),
    BOUND_CHANGED(Effect.CHANGES),
    PATTERN_ADDED(Effect.NARROWS),
    PATTERN_REMOVED(Effect.WIDENS),
    PATTERN_CHANGED(Effect.UNKNOWN),
    FORMAT_ADDED(Effect.NARROWS),
    FORMAT_REMOVED(Effect.WIDENS),
    FORMAT_CHANGED(Effect.CHANGES),
    CUSTOM_FORMAT_CHANGED(Effect.UNKNOWN),
    DEFAULT_CHANGED(Effect.UNKNOWN, Effect.NOTHING),
    DEPRECATED(Effect.NOTHING),

    REQUIRED_PROPERTY_ADDED(Effect.NARROWS, null),
    PROPERTY_ADDED(Effect.NOTHING),
    REQUIRED_PROPERTY_REMOVED(null, Effect.WIDENS),
    PROPERTY_REMOVED(Effect.LOSES),
    PROPERTY_REFUSED(Effect.NARROWS, null),
    PROPERTY_BECAME_REQUIRED(Effect.NARROWS),
    PROPERTY_BECAME_OPTIONAL(Effect.WIDENS),
    PROPERTY_BECAME_READ_ONLY(Effect.LOSES, null),
    PROPERTY_BECAME_WRITE_ONLY(null, Effect.LOSES),
    OBJECT_CLOSED(Effect.NARROWS),
    OBJECT_OPENED(Effect.WIDENS, Effect.UNKNOWN),

    CHOICE_ADDED(Effect.WIDENS),
    CHOICE_REMOVED(Effect.NARROWS),
    CHOICE_INTRODUCED(Effect.NARROWS),
    CHOICE_DROPPED(Effect.WIDENS),
    DISCRIMINATOR_ADDED(Effect.NOTHING),
    DISCRIMINATOR_REMOVED(Effect.NOTHING),
    DISCRIMINATOR_CHANGED(Effect.CHANGES),
    DISCRIMINATOR_VALUE_ADDED(Effect.WIDENS, Effect.UNKNOWN),
    DISCRIMINATOR_VALUE_REMOVED(Effect.NARROWS),
    CONDITION_CHANGED(Effect.UNKNOWN);

    private final @Nullable Effect onRequest;
    private final @Nullable Effect onResponse;

    SchemaRule(Effect both) {
        this(both, both);
    }

    SchemaRule(@Nullable Effect onRequest, @Nullable Effect onResponse) {
        this.onRequest = onRequest;
        this.onResponse = onResponse;
    }

    /** {@return whether there are such changes on this side} */
    boolean isFor(Side side) {
        return effect(side) != null;
    }

    private @Nullable Effect effect(Side side) {
        return side == Side.RESPONSE ? onResponse : onRequest;
    }

    Rule on(Side side) {
        Effect effect = Objects.requireNonNull(effect(side), name());
        return new Rule(side + "-" + Rule.id(this), effect.impact(side), effect.consequence(side));
    }
}
