package plumbline.conformance.auth;

/** Fetches credentials. */
@FunctionalInterface
interface TokenSource {
    /**
     * {@return credentials, fetched now}
     *
     * @throws plumbline.text.UnusableInputException if none can be had
     */
    Token fetch();
}
