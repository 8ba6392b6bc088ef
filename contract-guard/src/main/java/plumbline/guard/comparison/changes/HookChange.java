package plumbline.guard.comparison.changes;

/** The kinds of changes around the schemas of webhooks and callbacks, which the server calls and clients answer. */
public enum HookChange {
    HOOK_REMOVED(Impact.BREAKING, "clients that wait for it wait in vain"),
    DEPRECATED_HOOK_REMOVED(Impact.WARNING, "clients that have not moved away since it was deprecated wait in vain"),
    HOOK_ADDED(Impact.COMPATIBLE, "clients that did not ask for it get none"),
    HOOK_DEPRECATED(Impact.COMPATIBLE, "clients should move away from it, and still are called"),

    HOOK_BODY_REMOVED(Impact.BREAKING, "clients that read it find nothing"),
    HOOK_BODY_ADDED(Impact.COMPATIBLE, "clients need not read it"),
    HOOK_BODY_BECAME_OPTIONAL(Impact.BREAKING, "clients that rely on it may find it missing"),
    HOOK_BODY_BECAME_REQUIRED(Impact.COMPATIBLE, "clients can rely on it now"),
    HOOK_MEDIA_TYPE_REMOVED(Impact.COMPATIBLE, "clients need no longer cope with it"),
    HOOK_MEDIA_TYPE_ADDED(Impact.WARNING, "clients may get what they cannot read"),

    REQUIRED_HOOK_PARAMETER_REMOVED(Impact.BREAKING, "clients that rely on it find it no more"),
    HOOK_PARAMETER_REMOVED(Impact.WARNING, "clients that look for it find it no more"),
    HOOK_PARAMETER_ADDED(Impact.COMPATIBLE, "clients need not read it"),
    HOOK_PARAMETER_BECAME_OPTIONAL(Impact.BREAKING, "clients that rely on it may find it missing"),
    HOOK_PARAMETER_BECAME_REQUIRED(Impact.COMPATIBLE, "clients can rely on it now"),

    HOOK_ANSWER_STATUS_REMOVED(Impact.BREAKING, "clients that answer with it may be misunderstood"),
    HOOK_ANSWER_STATUS_ADDED(Impact.COMPATIBLE, "clients need not answer with it"),
    HOOK_ANSWER_BODY_REMOVED(Impact.COMPATIBLE, "clients need no longer send it"),
    HOOK_ANSWER_BODY_ADDED(Impact.WARNING, "clients that answer without one may be misunderstood"),
    HOOK_ANSWER_MEDIA_TYPE_REMOVED(Impact.BREAKING, "clients that answer in it may be misunderstood"),
    HOOK_ANSWER_MEDIA_TYPE_ADDED(Impact.COMPATIBLE, "clients need not answer in it"),
    HOOK_ANSWER_HEADER_DROPPED(Impact.COMPATIBLE, "clients need no longer send it"),
    REQUIRED_HOOK_ANSWER_HEADER_ADDED(Impact.BREAKING, "clients that answer without it may be misunderstood");

    private final Impact impact;
    private final String consequence;

    HookChange(Impact impact, String consequence) {
        this.impact = impact;
        this.consequence = consequence;
    }

    public ChangeKind kind() {
        return new ChangeKind(ChangeKind.id(this), impact, consequence);
    }
}
