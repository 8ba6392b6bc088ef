package plumbline.guard.comparison.changes;

/** What a change does to the set of values that a schema takes. */
enum SchemaEffect {
    NARROWS(
            Impact.BREAKING,
            "clients that send what was right before are refused",
            Impact.COMPATIBLE,
            "clients get nothing that they did not get before"),
    WIDENS(
            Impact.COMPATIBLE,
            "all that was right before still is",
            Impact.BREAKING,
            "clients may get what they were never told of"),
    CHANGES(
            Impact.BREAKING,
            "clients that send what was right before are refused",
            Impact.BREAKING,
            "clients get what they were never told of"),
    UNKNOWN(
            Impact.WARNING,
            "whether clients that were right still are, the documents do not tell",
            Impact.WARNING,
            "whether clients can still cope, the documents do not tell"),
    /** What comes besides is told of nowhere; most clients pass over it. */
    OPENS(
            Impact.COMPATIBLE,
            "all that was right before still is",
            Impact.WARNING,
            "clients that refuse what they do not know cannot cope"),
    LOSES(
            Impact.WARNING,
            "clients that send it are no longer heard",
            Impact.WARNING,
            "clients that look for it find it no more"),
    NOTHING(Impact.COMPATIBLE, "no client breaks", Impact.COMPATIBLE, "no client breaks");

    private final Impact onRequest;
    private final String toSenders;
    private final Impact onResponse;
    private final String toReceivers;

    SchemaEffect(Impact onRequest, String toSenders, Impact onResponse, String toReceivers) {
        this.onRequest = onRequest;
        this.toSenders = toSenders;
        this.onResponse = onResponse;
        this.toReceivers = toReceivers;
    }

    Impact impact(MessageSide side) {
        return side == MessageSide.RESPONSE ? onResponse : onRequest;
    }

    String consequence(MessageSide side) {
        return side == MessageSide.RESPONSE ? toReceivers : toSenders;
    }
}
