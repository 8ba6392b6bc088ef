package plumbline.guard.comparison.changes;

/** The kinds of changes around the schemas. */
public enum OperationChange {
    PATH_REMOVED(Impact.BREAKING, "clients that call it get 404"),
    OPERATION_REMOVED(Impact.BREAKING, "clients that call it get 404 or 405"),
    DEPRECATED_OPERATION_REMOVED(
            Impact.WARNING, "clients that have not moved away since it was deprecated get 404 or 405"),
    OPERATION_REMOVED_BEFORE_SUNSET(Impact.BREAKING, "clients that have until then to move away get 404 or 405"),
    OPERATION_REMOVED_AFTER_SUNSET(Impact.COMPATIBLE, "clients have had until then to move away"),
    OPERATION_ADDED(Impact.COMPATIBLE, "no client breaks"),
    OPERATION_DEPRECATED(Impact.COMPATIBLE, "clients should move away from it, and still can call it"),
    SUNSET_BROUGHT_FORWARD(Impact.WARNING, "clients have less time to move away than they were told"),
    SUNSET_SET(Impact.COMPATIBLE, "clients know now how long they can call it"),
    SUNSET_DROPPED(Impact.WARNING, "clients no longer know how long they can call it"),
    OPERATION_ID_CHANGED(Impact.WARNING, "code generated from the contract has another method name"),
    PATH_PARAMETER_RENAMED(Impact.COMPATIBLE, "requests stay the same; only code generated from the contract sees it"),
    SERVER_REMOVED(Impact.WARNING, "clients that use it may reach nothing"),
    SERVER_ADDED(Impact.COMPATIBLE, "no client breaks"),
    SERVER_DEFAULT_CHANGED(Impact.COMPATIBLE, "only clients that are made anew call another"),

    REQUIRED_REQUEST_PARAMETER_ADDED(Impact.BREAKING, "clients that do not send it are refused"),
    REQUEST_PARAMETER_ADDED(Impact.COMPATIBLE, "clients need not send it"),
    REQUEST_PARAMETER_REMOVED(Impact.WARNING, "clients that send it are no longer heard"),
    REQUEST_PARAMETER_REMOVED_BEFORE_SUNSET(
            Impact.BREAKING, "clients that have until then to stop sending it are no longer heard"),
    REQUEST_PARAMETER_REMOVED_AFTER_SUNSET(Impact.COMPATIBLE, "clients have had until then to stop sending it"),
    REQUEST_PARAMETER_MOVED(Impact.BREAKING, "clients that send it where it was are no longer heard"),
    REQUEST_PARAMETER_BECAME_REQUIRED(Impact.BREAKING, "clients that do not send it are refused"),
    REQUEST_PARAMETER_BECAME_OPTIONAL(Impact.COMPATIBLE, "clients need no longer send it"),
    REQUEST_PARAMETER_NEEDS_VALUE(Impact.WARNING, "clients that send its name alone may be refused"),
    REQUEST_PARAMETER_NEEDS_NO_VALUE(Impact.COMPATIBLE, "clients may send its name alone"),
    REQUEST_PARAMETER_STYLE_CHANGED(Impact.BREAKING, "clients that write it as before are misunderstood"),
    REQUEST_PARAMETER_DEPRECATED(Impact.COMPATIBLE, "clients should move away from it, and still can send it"),

    REQUIRED_REQUEST_BODY_ADDED(Impact.BREAKING, "clients that send none are refused"),
    REQUEST_BODY_ADDED(Impact.COMPATIBLE, "clients need not send it"),
    REQUEST_BODY_REMOVED(Impact.BREAKING, "clients that send one are refused or no longer heard"),
    REQUEST_BODY_BECAME_REQUIRED(Impact.BREAKING, "clients that send none are refused"),
    REQUEST_BODY_BECAME_OPTIONAL(Impact.COMPATIBLE, "clients need no longer send it"),
    REQUEST_MEDIA_TYPE_ADDED(Impact.COMPATIBLE, "no client breaks"),
    REQUEST_MEDIA_TYPE_REMOVED(Impact.BREAKING, "clients that send it get 415"),
    REQUEST_ENCODING_CHANGED(Impact.WARNING, "clients that write the parts as before may be misunderstood"),

    RESPONSE_SUCCESS_STATUS_ADDED(Impact.COMPATIBLE, "clients that judge by its first digit go on working"),
    RESPONSE_SUCCESS_STATUS_REMOVED(Impact.BREAKING, "clients that wait for it wait in vain"),
    RESPONSE_RANGE_NARROWED(Impact.COMPATIBLE, "clients that cope with the range go on working"),
    RESPONSE_ERROR_STATUS_ADDED(Impact.COMPATIBLE, "clients that judge by its first digit go on working"),
    RESPONSE_ERROR_STATUS_REMOVED(Impact.COMPATIBLE, "clients need no longer cope with it"),
    RESPONSE_BODY_ADDED(Impact.COMPATIBLE, "clients need not read it"),
    RESPONSE_BODY_REMOVED(Impact.BREAKING, "clients that read it find nothing"),
    RESPONSE_MEDIA_TYPE_ADDED(Impact.COMPATIBLE, "clients get it if they ask for it"),
    RESPONSE_MEDIA_TYPE_REMOVED(Impact.BREAKING, "clients that ask for it get 406 or another type"),
    RESPONSE_HEADER_ADDED(Impact.COMPATIBLE, "clients need not read it"),
    REQUIRED_RESPONSE_HEADER_REMOVED(Impact.BREAKING, "clients that rely on it find it no more"),
    RESPONSE_HEADER_REMOVED(Impact.WARNING, "clients that look for it find it no more"),
    RESPONSE_HEADER_BECAME_OPTIONAL(Impact.BREAKING, "clients that rely on it may find it missing"),
    RESPONSE_HEADER_BECAME_REQUIRED(Impact.COMPATIBLE, "clients can rely on it now"),
    RESPONSE_LINK_ADDED(Impact.COMPATIBLE, "clients need not follow it"),
    RESPONSE_LINK_REMOVED(Impact.WARNING, "clients that follow it find it no more"),
    RESPONSE_LINK_CHANGED(Impact.WARNING, "clients that follow it are led elsewhere"),

    SECURITY_ADDED(Impact.BREAKING, "clients without credentials get 401"),
    SECURITY_REMOVED(Impact.COMPATIBLE, "clients need no credentials any more"),
    SECURITY_ALTERNATIVE_ADDED(Impact.COMPATIBLE, "no client breaks"),
    SECURITY_ALTERNATIVE_REMOVED(Impact.BREAKING, "clients that use it get 401"),
    SECURITY_SCOPE_ADDED(Impact.BREAKING, "clients whose tokens lack it get 403"),
    SECURITY_SCOPE_REMOVED(Impact.COMPATIBLE, "clients need less"),
    SECURITY_SCOPE_UNDEFINED(Impact.WARNING, "clients that ask for it may get no token"),
    SECURITY_SCOPE_DEFINED(Impact.COMPATIBLE, "clients need not ask for it"),
    SECURITY_FLOW_REMOVED(Impact.BREAKING, "clients that get their tokens by it get none"),
    SECURITY_FLOW_ADDED(Impact.COMPATIBLE, "clients need not use it"),
    SECURITY_URL_CHANGED(Impact.WARNING, "clients that are set up for the old one may get no tokens"),
    SECURITY_TOKEN_FORMAT_CHANGED(Impact.COMPATIBLE, "clients should pass on tokens without reading them");

    private final Impact impact;
    private final String consequence;

    OperationChange(Impact impact, String consequence) {
        this.impact = impact;
        this.consequence = consequence;
    }

    public ChangeKind kind() {
        return new ChangeKind(ChangeKind.id(this), impact, consequence);
    }
}
