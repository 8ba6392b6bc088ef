package plumbline.conformance;

/** What takes several requests to see, each made of the answers before it. */
public interface Story {
    /** {@return the check that must have been able to tell} */
    CheckId check();

    /** Sends what is needed and says what is found; whatever was created is to be named to {@link Conversation#removeLater}. */
    void tell(Conversation conversation);
}
